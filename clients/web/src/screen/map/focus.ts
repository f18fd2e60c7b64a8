// One group or table of ideas at a time, in letters for the last row: nine cards a page at most.
import { card as cardShape, fontFloor } from './geometry';
import type { Measure } from './types';
import { wrap } from './wrap';

export interface FocusCard {
  readonly id: string;
  readonly text: string;
  /** The marks in the corner of the first line. */
  readonly marks: number;
  /** The links of the idea, each a line of its own under the card. */
  readonly links: readonly string[];
}

export interface FocusPage {
  readonly font: number;
  /** The ids of the cards, column by column. */
  readonly columns: readonly (readonly string[])[];
  /** The order in which they are read. */
  readonly cards: readonly string[];
}

export const focus = {
  columns: 3,
  cardsMax: 9,
  fonts: [60, 54, 48, 44, 40, 36, 32],
  /** When even one card does not fit in the smallest of these. */
  lastFonts: [28, 24],
  gap: 20,
  padX: 18,
  padY: 12,
  /** The table's number and pictogram, or a mark, in the corner. */
  badge: 92,
  mark: 44,
  linkFont: 26,
  linkLinesMax: 2,
} as const;

export interface FocusBox {
  readonly width: number;
  readonly height: number;
}

/** Fills page after page; each has the largest letters at which nothing on it is cut. */
export function focusPages(
  cards: readonly FocusCard[],
  box: FocusBox,
  measure: Measure,
  fonts: readonly number[] = focus.fonts,
): readonly FocusPage[] {
  const pages: FocusPage[] = [];
  let left = cards;
  while (left.length > 0) {
    const page = fullest(left, box, measure, fonts);
    pages.push(page);
    left = left.slice(page.cards.length);
  }
  return pages;
}

function fullest(
  cards: readonly FocusCard[],
  box: FocusBox,
  measure: Measure,
  fonts: readonly number[],
): FocusPage {
  // Pages of about the same number: nobody likes a last page with one idea.
  const pagesLeft = Math.ceil(cards.length / focus.cardsMax);
  for (let count = Math.ceil(cards.length / pagesLeft); count > 0; --count) {
    const tried = cards.slice(0, count);
    for (const font of count === 1 ? [...fonts, ...focus.lastFonts] : fonts) {
      const columns = lowest(tried, font, box, measure);
      if (columns) return { font, columns, cards: tried.map((card) => card.id) };
    }
  }
  // One idea longer than the hall can be shown: the smallest letters, and its end is cut.
  const first = cards.slice(0, 1).map((card) => card.id);
  return { font: fontFloor, columns: [first], cards: first };
}

/** In one, two or three columns: what needs the least height; nothing when nothing fits. */
function lowest(
  cards: readonly FocusCard[],
  font: number,
  box: FocusBox,
  measure: Measure,
): string[][] | undefined {
  const counts = Array.from({ length: Math.min(focus.columns, cards.length) }, (_, n) => n + 1);
  return counts
    .flatMap((count) => place(cards, font, count, box, measure) ?? [])
    .sort((a, b) => a.height - b.height)[0]?.columns;
}

/** Each card under the shortest column; nothing when that is too high, or a word too wide. */
function place(
  cards: readonly FocusCard[],
  font: number,
  count: number,
  box: FocusBox,
  measure: Measure,
): { columns: string[][]; height: number } | undefined {
  const width = (box.width - (count - 1) * focus.gap) / count;
  const columns = Array.from({ length: count }, () => ({ height: 0, ids: [] as string[] }));
  for (const card of cards) {
    const height = cardHeight(card, font, width, measure);
    const shortest = columns.reduce((a, b) => (b.height < a.height ? b : a));
    if (height === undefined) return undefined;
    shortest.height += (shortest.ids.length > 0 ? focus.gap : 0) + height;
    if (shortest.height > box.height) return undefined;
    shortest.ids.push(card.id);
  }
  const height = Math.max(...columns.map((column) => column.height));
  return { columns: columns.map(({ ids }) => ids), height };
}

function cardHeight(
  card: FocusCard,
  font: number,
  width: number,
  measure: Measure,
): number | undefined {
  const room = width - 2 * focus.padX;
  // The browser breaks the lines itself: a little less than the room is sure to be enough.
  const safe = room - 6;
  if (card.text.split(/\s+/).some((word) => measure(word, font) > safe)) return undefined;
  const corner = focus.badge + card.marks * focus.mark;
  const [first = ''] = card.text.split(/\s+/);
  if (measure(first, font) > safe - corner) return undefined;
  const lines = wrap(card.text, font, (n) => (n === 0 ? safe - corner : safe), measure).lines;
  const words = lines.length * font * cardShape.lineHeight + 2 * focus.padY;
  const links = card.links.map((link) =>
    Math.min(focus.linkLinesMax, linkLines(link, room - 24, measure)),
  );
  const under = links.reduce((sum, count) => sum + count * focus.linkFont * 1.25 + 8, 0);
  return Math.ceil(words + under + 2);
}

function linkLines(link: string, room: number, measure: Measure): number {
  return wrap(link, focus.linkFont, () => room, measure).lines.length;
}
