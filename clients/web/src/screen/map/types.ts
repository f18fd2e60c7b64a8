// The words of the map: what comes in (ideas in clusters) and what goes out (rectangles).

import type { Mark } from '../../state/views';
import type { Pictogram } from '../../theme/palette';

/** One idea as the map needs it. */
export interface MapCard {
  readonly id: string;
  /** Word for word; empty, and then in the bar only, when the café does not show texts now. */
  readonly text: string;
  /** The number that everybody calls the table by. */
  readonly table: number;
  readonly colour: string;
  readonly marks: readonly Mark[];
  /** What keeps a card in sight when there is no room for all: its links, later its support. */
  readonly weight: number;
}

/** A table or a group of ideas: a title and its cards, in the order of their arrival. */
export interface MapCluster {
  readonly id: string;
  readonly title: string;
  /** When the cluster is a table: how everybody recognises it. */
  readonly table?: {
    readonly number: number;
    readonly colour: string;
    readonly pictogram: Pictogram;
  };
  readonly cards: readonly MapCard[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedCard extends Box {
  readonly card: MapCard;
  readonly column: number;
  /** Joined together they are the card's text, unless `cut`. */
  readonly lines: readonly string[];
  /** The text did not fit and ends with an ellipsis. */
  readonly cut: boolean;
}

export type Side = 'left' | 'right';

export interface PlacedCluster extends Box {
  readonly cluster: MapCluster;
  readonly side: Side;
  /** The cards in sight; the others are in the bar only. */
  readonly cards: readonly PlacedCard[];
  /** Lines of a card, at most; Infinity when every text is in full. */
  readonly linesMax: number;
}

/**
 * Why a layout differs from the previous one. With 'kept' no earlier card has moved; the others are
 * the moments when cards may move, once and together.
 */
export type Reason = 'first' | 'kept' | 'anew' | 'clusters' | 'room' | 'split' | 'font' | 'digest';

export interface MapLayout {
  readonly font: number;
  /** Too many ideas for their full text: some are cut, some are segments of their cluster's bar. */
  readonly digest: boolean;
  readonly clusters: readonly PlacedCluster[];
  readonly reason: Reason;
}

/** The width of a text in pixels, in the map's font at a size. Must be linear in the size. */
export type Measure = (text: string, font: number) => number;
