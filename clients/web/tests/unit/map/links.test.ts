// The lines of links: in the gaps between cards, beside the theme, one lane each.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinkKind } from '../../../src/gen/rebond/v1/kinds_pb';
import { column, pillRows } from '../../../src/screen/centre';
import { sheet } from '../../../src/screen/map/geometry';
import { layout } from '../../../src/screen/map/layout';
import { type MapLink, placeLinks, type Point, roundedPath } from '../../../src/screen/map/links';
import type { Box, MapCluster, Measure } from '../../../src/screen/map/types';

const measure: Measure = (text, font) => text.length * font * 0.52;
const lineWidth = 4;

const lengths = fc.array(fc.integer({ min: 3, max: 120 }), { minLength: 4, maxLength: 40 });

function clustersOf(count: number, ideas: readonly number[]): MapCluster[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `t${n}`,
    title: `Table ${n}`,
    cards: ideas
      .map((length, index) => ({
        id: `c${index}`,
        text: 'mot '.repeat(1 + length / 4),
        table: n,
        colour: '#fff',
        marks: [],
        weight: 0,
      }))
      .filter((_card, index) => index % count === n),
  }));
}

function someLinks(ideas: readonly number[], step: number): MapLink[] {
  return ideas.slice(0, 9).map((_, index) => ({
    id: `l${index}`,
    from: `c${index}`,
    to: `c${(index * step + 1) % ideas.length}`,
    kind: LinkKind.BUILDS_ON,
    phrase: 'complète',
  }));
}

/** Whether the line from `a` to `b`, as wide as it is drawn, touches the box. */
function touches(a: Point, b: Point, box: Box): boolean {
  const half = lineWidth / 2;
  const [left, right] = [Math.min(a.x, b.x) - half, Math.max(a.x, b.x) + half];
  const [top, bottom] = [Math.min(a.y, b.y) - half, Math.max(a.y, b.y) + half];
  return left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y;
}

function segments(way: readonly Point[]): [Point, Point][] {
  return way.slice(1).map((point, index) => [way[index] ?? point, point]);
}

const theme: Box = column.theme;

describe('the lines of links', () => {
  it('run straight across or straight up, behind no card and not behind the theme', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), lengths, fc.nat(7), (count, ideas, step) => {
        const map = layout(clustersOf(count, ideas), measure);
        const cards = map.clusters.flatMap((each) => each.cards);
        for (const placed of placeLinks(someLinks(ideas, step), map, pillRows, measure)) {
          for (const [a, b] of placed.ways.flatMap(segments)) {
            expect(a.x === b.x || a.y === b.y).toBe(true);
            expect(touches(a, b, theme)).toBe(false);
            // A line begins at the edge of its card, half of its end over it.
            const hit = cards.find((card) => touches(a, b, { ...card, ...inset(card) }));
            expect(hit?.card.id).toBeUndefined();
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('show the newest links only, each in the place that it had', () => {
    const ideas = Array.from({ length: 12 }, () => 10);
    const map = layout(clustersOf(3, ideas), measure);
    const links = someLinks(ideas, 5);
    const six = placeLinks(links.slice(0, 6), map, pillRows, measure);
    const nine = placeLinks(links, map, pillRows, measure);
    expect(nine.map((each) => each.link.id)).toEqual(['l3', 'l4', 'l5', 'l6', 'l7', 'l8']);
    const place = (all: typeof six, id: string) => all.find((each) => each.link.id === id)?.pill.y;
    expect(place(nine, 'l4')).toBe(place(six, 'l4'));
  });

  it('are drawn with their corners rounded', () => {
    const way = [
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 50, y: 80 },
    ];
    expect(roundedPath(way, 10)).toBe('M0 0L40 0Q50 0 50 10L50 80');
  });

  it('stay on the sheet', () => {
    const ideas = Array.from({ length: 20 }, () => 60);
    const map = layout(clustersOf(5, ideas), measure);
    for (const { ways } of placeLinks(someLinks(ideas, 3), map, pillRows, measure)) {
      for (const { x, y } of ways.flat()) {
        expect(x >= 0 && x <= sheet.width && y >= 0 && y <= sheet.height).toBe(true);
      }
    }
  });
});

function inset(card: Box): Box {
  const by = lineWidth / 2 + 1;
  return {
    x: card.x + by,
    y: card.y + by,
    width: card.width - 2 * by,
    height: card.height - 2 * by,
  };
}
