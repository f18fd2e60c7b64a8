// What stands where in the centre column, from the step's name down to the link's state.
import { centre, link as shape, sheet } from './map/geometry';

export const column = {
  step: { y: 44, font: 34 },
  timer: { y: 146, font: 104, lateFont: 86 },
  note: { y: 188 },
  pillsAbove: 204,
  theme: { x: centre.x + 20, y: 360, width: centre.width - 40, height: 330 },
  pillsBelow: 702,
  qr: { x: centre.x + 20, y: 862, size: 136 },
  code: { x: centre.x + 166, y: 862 },
  address: { y: 1040, font: 24 },
  link: { y: sheet.height - 10 },
} as const;

/** The tops of the places for the labels of links, in the order in which they are taken. */
export const pillRows: readonly number[] = [
  ...rows(column.pillsAbove, shape.above),
  ...rows(column.pillsBelow, shape.below),
];

function rows(top: number, count: number): number[] {
  const pitch = shape.pill.height + shape.pill.gap;
  return Array.from({ length: count }, (_, index) => top + index * pitch);
}
