// The measures of the map on its fixed sheet of 1920 by 1080.
//
// On a sheet 2 m wide, seen from 8 m, a letter of 24 px is just legible: the floor of everything.
import type { Side } from './types';

export const sheet = { width: 1920, height: 1080 } as const;

/** The column of the theme, the timer and the join code. */
export const centre = { x: 788, width: 344 } as const;

/** Cards from the most comfortable size down to the floor. */
export const fonts: readonly number[] = [36, 32, 28, 26, 24];

/** No letter on the projector is smaller. */
export const fontFloor = 24;

/** The sizes of `fonts` when letters are to be larger or smaller: `zoom` 1 is as designed. */
export function zoomedFonts(fonts: readonly number[], zoom: number): readonly number[] {
  const sizes = fonts.map((font) => Math.max(fontFloor, Math.round(font * zoom)));
  return [...new Set(sizes)];
}

export const titleFont = 44;
export const countFont = 36;

export const card = {
  lineHeight: 1.2,
  padX: 12,
  padY: 6,
  gap: 8,
  columns: 2,
  radius: 10,
  /** The round number of the table, in the corner of the first line. */
  badge: 32,
  /** Lines of a card in a digest, at most; fewer in a cluster that cannot show all its cards so. */
  digestLines: [8, 6, 5, 4, 3],
} as const;

export const cluster = {
  /** Title, bar of segments and the space under them. */
  header: 68,
  bar: { y: 53, height: 8, gap: 4, longest: 28 },
  gap: 12,
  /** At most, on a side; more are joined together before they get here. */
  perSide: 6,
  /** Of tables and groups together: beyond it, the ideas without a group stand in one cluster. */
  mixedMax: 6,
  /** In a round, room is kept for so many more ideas in each cluster, where there is room. */
  reserve: 12,
  /** Letters of an idea, so that most ideas of a table find room. */
  usualLength: 80,
} as const;

export const link = {
  font: 26,
  /** How far under the top of a high card its links begin. */
  anchorY: 26,
  pill: { height: 40, gap: 8, widthMax: 304, padX: 14, icon: 34 },
  /** Places above and under the theme. */
  above: 3,
  below: 3,
  /** Upright ways between the clusters and the column, one for each place of a label. */
  lane: { first: 7, pitch: 7, turn: 6 },
} as const;

const margin = { top: 4, bottom: 8, outer: 10, channel: 30 } as const;

/** The part of the sheet where the clusters of a side stand. */
export function sideBox(side: Side): { x: number; y: number; width: number; height: number } {
  const width = centre.x - margin.outer - margin.channel;
  return {
    x: side === 'left' ? margin.outer : centre.x + centre.width + margin.channel,
    y: margin.top,
    width,
    height: sheet.height - margin.top - margin.bottom,
  };
}
