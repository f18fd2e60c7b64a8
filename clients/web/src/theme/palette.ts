// The twelve colours and pictograms of tables, in the order of `Table.colour`.
//
// The colours keep their distance for colour-blind people as far as twelve can (the smallest
// CIEDE2000 between two is 8.1), and dark text on each has a contrast of at least 6:1. A projector
// washes colours out: the table's number is always shown with the colour.

/** The pictogram of a table; its icon is in shared/Pictogram.svelte, its name in the dictionaries. */
export const pictograms = [
  'sun',
  'leaf',
  'droplet',
  'house',
  'star',
  'bird',
  'fish',
  'tree',
  'umbrella',
  'key',
  'bike',
  'bell',
] as const;

export type Pictogram = (typeof pictograms)[number];

const colours = [
  '#fd8eb2',
  '#79df1b',
  '#8d82f8',
  '#8f9d64',
  '#a2f4f3',
  '#f9f39b',
  '#70bff5',
  '#59a697',
  '#c9fed3',
  '#c78707',
  '#edb196',
  '#a886b7',
] as const;

/** Any place in the palette, also one beyond its end: a thirteenth table looks like the first. */
export function tableColour(place: number): string {
  return colours[place % colours.length] ?? colours[0];
}

export function tablePictogram(place: number): Pictogram {
  return pictograms[place % pictograms.length] ?? pictograms[0];
}
