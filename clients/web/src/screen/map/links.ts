// The lines of the newest links: from card to label to card, with the label in the centre column.
//
// A link keeps its place among the labels; the newest takes the place of the oldest. A line runs in
// the gaps between cards and then up or down in a lane of its own between the cards and the centre
// column, so that nothing hides it: no card, not the theme, not another label.
import type { LinkKind } from '../../gen/rebond/v1/kinds_pb';
import { card as cardShape, centre, link as shape, sheet, sideBox } from './geometry';
import type { Box, MapLayout, Measure, PlacedCard, PlacedCluster, Side } from './types';

export interface MapLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  /** The label: the linking phrase. */
  readonly phrase: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedLink {
  readonly link: MapLink;
  readonly pill: Box;
  /** Card to label and label to card: the corners of each line. */
  readonly ways: readonly (readonly Point[])[];
  /** Where the sentence begins. */
  readonly start: Point;
  /** Where it ends; the arrow points to the left or to the right. */
  readonly end: Point & { readonly pointsLeft: boolean };
}

interface Anchor {
  readonly card: PlacedCard;
  readonly cluster: PlacedCluster;
}

/** `rows` are the tops of the places for labels; of too many links, the newest are shown. */
export function placeLinks(
  links: readonly MapLink[],
  map: MapLayout,
  rows: readonly number[],
  measure: Measure,
): readonly PlacedLink[] {
  const anchors = new Map<string, Anchor>();
  for (const cluster of map.clusters) {
    for (const card of cluster.cards) anchors.set(card.card.id, { card, cluster });
  }
  const inSight = links.filter((each) => anchors.has(each.from) && anchors.has(each.to));
  const first = Math.max(0, inSight.length - rows.length);
  const lanes = laneOfRow(rows);
  return inSight.slice(first).flatMap((link, index) => {
    const from = anchors.get(link.from);
    const to = anchors.get(link.to);
    const row = (first + index) % rows.length;
    const y = rows[row];
    if (!from || !to || y === undefined) return [];
    return [place(link, from, to, pillBox(link, y, measure), lanes[row] ?? 0)];
  });
}

/** Labels far from the theme have the outer lanes, so that their lines cross no others' ends. */
function laneOfRow(rows: readonly number[]): readonly number[] {
  const middle = sheet.height / 2;
  const byDistance = rows
    .map((y, row) => ({ row, distance: Math.abs(y + shape.pill.height / 2 - middle) }))
    .sort((a, b) => b.distance - a.distance);
  const lanes = rows.map(() => 0);
  byDistance.forEach(({ row }, lane) => {
    lanes[row] = lane;
  });
  return lanes;
}

function pillBox({ phrase }: MapLink, y: number, measure: Measure): Box {
  const { font, pill } = shape;
  const wish = measure(phrase, font) + pill.icon + 2 * pill.padX;
  const width = Math.min(pill.widthMax, Math.ceil(wish));
  return { x: centre.x + (centre.width - width) / 2, y, width, height: pill.height };
}

function place(link: MapLink, from: Anchor, to: Anchor, pill: Box, lane: number): PlacedLink {
  const start = edgeOf(from);
  const end = edgeOf(to);
  return {
    link,
    pill,
    ways: [way(from, start, pill, lane), way(to, end, pill, lane)],
    start,
    end: { ...end, pointsLeft: to.cluster.side === 'left' },
  };
}

/** The edge of a card that looks to the centre. */
function edgeOf({ card, cluster }: Anchor): Point {
  const y = card.y + Math.min(card.height / 2, shape.anchorY);
  return { x: cluster.side === 'left' ? card.x + card.width : card.x, y: round(y) };
}

function way(anchor: Anchor, start: Point, pill: Box, lane: number): Point[] {
  const { side } = anchor.cluster;
  const x = laneX(side, lane);
  const y = pill.y + pill.height / 2;
  const edge = side === 'left' ? pill.x : pill.x + pill.width;
  const before = throughCards(anchor, start);
  const from = before.at(-1) ?? start;
  return [start, ...before, { x, y: from.y }, { x, y }, { x: edge, y }];
}

export function laneX(side: Side, lane: number): number {
  const box = sideBox(side);
  const away = shape.lane.first + lane * shape.lane.pitch;
  return side === 'left' ? box.x + box.width + away : box.x - away;
}

/** From a card of the outer column into the gutter, then to the nearest gap between inner cards. */
function throughCards({ card, cluster }: Anchor, start: Point): Point[] {
  const inner = cluster.cards.filter(
    (each) => each.column !== card.column && isInner(each, card, cluster.side),
  );
  const hidden = inner.some((each) => start.y >= each.y - 3 && start.y <= each.y + each.height + 3);
  if (!hidden) return [];
  const half = cardShape.gap / 2;
  const gutter = cluster.side === 'left' ? start.x + half : start.x - half;
  const gaps = inner.flatMap((each) => [
    each.y - half,
    each.y + each.height + half,
  ]);
  const y = gaps.reduce((best, gap) =>
    Math.abs(gap - start.y) < Math.abs(best - start.y) ? gap : best,
  );
  return [
    { x: gutter, y: start.y },
    { x: gutter, y: round(y) },
  ];
}

function isInner(each: PlacedCard, card: PlacedCard, side: Side): boolean {
  return side === 'left' ? each.x > card.x : each.x < card.x;
}

/** The corners as an SVG path, each corner a small curve. */
export function roundedPath(way: readonly Point[], turn: number = shape.lane.turn): string {
  let path = '';
  way.forEach((point, index) => {
    const before = way[index - 1];
    const after = way[index + 1];
    if (!before) path += `M${point.x} ${point.y}`;
    else if (!after) path += `L${point.x} ${point.y}`;
    else {
      const [a, b] = [towards(point, before, turn), towards(point, after, turn)];
      path += `L${a.x} ${a.y}Q${point.x} ${point.y} ${b.x} ${b.y}`;
    }
  });
  return path;
}

function towards(point: Point, other: Point, distance: number): Point {
  const length = Math.hypot(other.x - point.x, other.y - point.y);
  const part = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  return {
    x: round(point.x + (other.x - point.x) * part),
    y: round(point.y + (other.y - point.y) * part),
  };
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
