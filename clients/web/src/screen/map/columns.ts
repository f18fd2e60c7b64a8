// Puts the cards of one cluster into its columns.
//
// A new card goes under the shorter column, so it moves no card that is there already.
import { card as shape } from './geometry';
import type { MapCard, Measure, PlacedCard } from './types';
import { wrap } from './wrap';

export interface Packed {
  /** Relative to the cluster's first card. */
  readonly cards: readonly PlacedCard[];
  readonly height: number;
  /** Lines of a card, at most. */
  readonly linesMax: number;
}

export interface PackOptions {
  readonly font: number;
  readonly width: number;
  readonly measure: Measure;
  /** The cards as they lay before; they keep their order and their columns. */
  readonly before: readonly PlacedCard[];
}

/** All the cards with their full text, however high that is. */
export function packAll(cards: readonly MapCard[], options: PackOptions): Packed {
  const columns = new Columns(options, Infinity, Infinity);
  for (const next of byPlace(cards, options.before)) columns.add(next);
  return columns.packed();
}

/**
 * The cards that fit into `height`, each cut to `linesMax`. What is in sight stays in sight; then
 * what weighs most, and of equals the oldest.
 */
export function packDigest(
  cards: readonly MapCard[],
  height: number,
  options: PackOptions,
  linesMax: number,
): Packed {
  const lineHeight = options.font * shape.lineHeight;
  const lines = Math.floor((height - 2 * shape.padY) / lineHeight);
  const columns = new Columns(options, Math.min(linesMax, lines), height);
  const shown = new Set(options.before.map((placed) => placed.card.id));
  const inSight = byPlace(
    cards.filter((card) => shown.has(card.id)),
    options.before,
  );
  const others = cards.filter((card) => !shown.has(card.id)).sort((a, b) => b.weight - a.weight);
  for (const next of [...inSight, ...others]) {
    if (!columns.add(next) && columns.full()) break;
  }
  return { ...columns.packed(), linesMax };
}

/** Cards that lay there before first, in their order; then the others, in theirs. */
function byPlace(cards: readonly MapCard[], before: readonly PlacedCard[]): MapCard[] {
  const place = new Map(before.map((placed, index) => [placed.card.id, index]));
  return [...cards].sort(
    (a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity) || 0,
  );
}

class Columns {
  readonly #options: PackOptions;
  readonly #linesMax: number;
  readonly #heightMax: number;
  readonly #width: number;
  readonly #column: Map<string, number>;
  readonly #bottoms: number[] = Array.from({ length: shape.columns }, () => 0);
  readonly #placed: PlacedCard[] = [];

  constructor(options: PackOptions, linesMax: number, heightMax: number) {
    this.#options = options;
    this.#linesMax = linesMax;
    this.#heightMax = heightMax;
    this.#width = (options.width - shape.gap * (shape.columns - 1)) / shape.columns;
    this.#column = new Map(options.before.map((placed) => [placed.card.id, placed.column]));
  }

  /** False when it fits into no column. */
  add(card: MapCard): boolean {
    if (card.text.trim() === '') return true;
    if (this.#linesMax < 1) return false;
    const { lines, cut } = this.#wrapped(card);
    const { font } = this.#options;
    const height = Math.ceil(lines.length * font * shape.lineHeight) + 2 * shape.padY;
    const column = this.#columnFor(card, height);
    if (column === undefined) return false;

    const bottom = this.#bottoms[column] ?? 0;
    const y = bottom === 0 ? 0 : bottom + shape.gap;
    const x = column * (this.#width + shape.gap);
    this.#placed.push({ card, column, lines, cut, x, y, width: this.#width, height });
    this.#bottoms[column] = y + height;
    return true;
  }

  /** No room for even one line. */
  full(): boolean {
    const line = this.#options.font * shape.lineHeight + 2 * shape.padY;
    return this.#bottoms.every((bottom) => bottom + shape.gap + line > this.#heightMax);
  }

  packed(): Packed {
    return { cards: this.#placed, height: Math.max(...this.#bottoms), linesMax: Infinity };
  }

  #columnFor(card: MapCard, height: number): number | undefined {
    const kept = this.#column.get(card.id);
    const shortest = this.#bottoms.indexOf(Math.min(...this.#bottoms));
    const fits = (column: number) => {
      const bottom = this.#bottoms[column] ?? 0;
      return (bottom === 0 ? 0 : bottom + shape.gap) + height <= this.#heightMax;
    };
    if (kept !== undefined && kept < shape.columns) return fits(kept) ? kept : undefined;
    return fits(shortest) ? shortest : undefined;
  }

  #wrapped(card: MapCard): { lines: readonly string[]; cut: boolean } {
    const { font, measure } = this.#options;
    const room = this.#width - 2 * shape.padX;
    const corner = cornerWidth(card) - shape.padX / 2;
    const width = (line: number) => (line === 0 ? room - corner : room);
    return wrap(card.text, font, width, measure, this.#linesMax);
  }
}

/** What the first line leaves free for the table's number and the marks. */
export function cornerWidth(card: MapCard): number {
  return shape.badge + 6 + card.marks.length * (shape.badge - 2);
}
