// The curves of the newest links: from card to label to card, with the label in the centre column.
//
// A link keeps its place among the labels; the newest takes the place of the oldest. Behind the
// cards of the inner column a curve runs straight, so that the eye does not lose it.
import type { LinkKind } from '../../gen/rebond/v1/record_pb';
import { centre, link as shape, sideBox } from './geometry';
import type { Box, MapLayout, Measure, PlacedCard, Side } from './types';

export interface MapLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  /** The label: the linking phrase. */
  readonly phrase: string;
}

export interface PlacedLink {
  readonly link: MapLink;
  readonly pill: Box;
  /** Card to label and label to card. */
  readonly paths: readonly string[];
  /** Where the sentence begins. */
  readonly start: { readonly x: number; readonly y: number };
  /** Where it ends; the arrow points to the left or to the right. */
  readonly end: { readonly x: number; readonly y: number; readonly pointsLeft: boolean };
}

interface Anchor {
  readonly card: PlacedCard;
  readonly side: Side;
}

/** `rows` are the tops of the places for labels; of more links than places, the newest are shown. */
export function placeLinks(
  links: readonly MapLink[],
  map: MapLayout,
  rows: readonly number[],
  measure: Measure,
): readonly PlacedLink[] {
  const anchors = new Map<string, Anchor>();
  for (const { side, cards } of map.clusters) {
    for (const card of cards) anchors.set(card.card.id, { card, side });
  }
  const inSight = links.filter((each) => anchors.has(each.from) && anchors.has(each.to));
  const first = Math.max(0, inSight.length - rows.length);
  return inSight.slice(first).flatMap((link, index) => {
    const from = anchors.get(link.from);
    const to = anchors.get(link.to);
    const y = rows[(first + index) % rows.length];
    if (!from || !to || y === undefined) return [];
    return [place(link, from, to, pillBox(link, y, measure))];
  });
}

function pillBox({ phrase }: MapLink, y: number, measure: Measure): Box {
  const { font, pill } = shape;
  const wish = measure(phrase, font) + pill.icon + 2 * pill.padX;
  const width = Math.min(pill.widthMax, Math.ceil(wish));
  return { x: centre.x + (centre.width - width) / 2, y, width, height: pill.height };
}

function place(link: MapLink, from: Anchor, to: Anchor, pill: Box): PlacedLink {
  const start = edgeOf(from);
  const end = edgeOf(to);
  return {
    link,
    pill,
    paths: [curve(start, from.side, pill), curve(end, to.side, pill)],
    start,
    end: { ...end, pointsLeft: to.side === 'left' },
  };
}

/** The edge of a card that looks to the centre. */
function edgeOf({ card, side }: Anchor): { x: number; y: number } {
  const y = card.y + Math.min(card.height / 2, shape.anchorY);
  return { x: side === 'left' ? card.x + card.width : card.x, y };
}

function curve(point: { x: number; y: number }, side: Side, pill: Box): string {
  const box = sideBox(side);
  const inner = side === 'left' ? box.x + box.width : box.x;
  const x = side === 'left' ? pill.x : pill.x + pill.width;
  const y = pill.y + pill.height / 2;
  const border = side === 'left' ? centre.x : centre.x + centre.width;
  const bend =
    side === 'left' ? Math.max(border, (inner + x) / 2) : Math.min(border, (inner + x) / 2);
  const [from, to] = [round(point.y), round(y)];
  const turn = `C${round(bend)} ${from} ${round(bend)} ${to} ${round(x)} ${to}`;
  return `M${round(point.x)} ${from}H${round(inner)}${turn}`;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
