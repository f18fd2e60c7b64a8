// The map does not jump: what a new idea may move, and that nothing ever lies over something else.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centre, fonts, sheet, zoomedFonts } from '../../../src/screen/map/geometry';
import { layout } from '../../../src/screen/map/layout';
import type {
  Box,
  MapCard,
  MapCluster,
  MapLayout,
  Measure,
  PlacedCard,
} from '../../../src/screen/map/types';

/** Every letter as wide as an average one of the real font. */
const measure: Measure = (text, font) => text.length * font * 0.52;

function card(id: string, text: string): MapCard {
  return { id, text, table: 1, colour: '#fff', marks: [], weight: 0 };
}

function add(clusters: readonly MapCluster[], at: number, next: MapCard): MapCluster[] {
  return clusters.map((each, index) =>
    index === at % clusters.length ? { ...each, cards: [...each.cards, next] } : each,
  );
}

function empty(count: number): MapCluster[] {
  return Array.from({ length: count }, (_, n) => ({ id: `t${n}`, title: `Table ${n}`, cards: [] }));
}

/** The clusters after one more idea, and what a round that runs lets the map do with it. */
function arrive(clusters: readonly MapCluster[], map: MapLayout, n: number, text: string) {
  const more = add(clusters, n, card(`c${n}`, text));
  return { clusters: more, map: layout(more, measure, map, { freedom: 'hold', reserve: 8 }) };
}

const cardsOf = (map: MapLayout) => map.clusters.flatMap((each) => each.cards);

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function expectTidy(map: MapLayout): void {
  const cards = cardsOf(map);
  cards.forEach((a, index) => {
    const clash = cards.slice(index + 1).find((b) => overlap(a, b));
    expect(clash, `${a.card.id} and ${clash?.card.id}`).toBeUndefined();
  });
  for (const cluster of map.clusters) {
    for (const each of cluster.cards) {
      expect(each.y + each.height).toBeLessThanOrEqual(cluster.y + cluster.height + 0.001);
    }
    expect(cluster.y + cluster.height).toBeLessThanOrEqual(sheet.height);
    const left = cluster.side === 'left';
    expect(left ? cluster.x + cluster.width < centre.x : cluster.x > centre.x).toBe(true);
  }
}

function movedCards(before: MapLayout, after: MapLayout): PlacedCard[] {
  const old = new Map(cardsOf(before).map((each) => [each.card.id, each]));
  return cardsOf(after).filter((now) => {
    const was = old.get(now.card.id);
    return was !== undefined && (was.x !== now.x || was.y !== now.y);
  });
}

const arrivals = fc.array(
  fc.record({
    at: fc.nat(11),
    text: fc.oneof(
      fc.lorem({ maxCount: 12, mode: 'words' }),
      fc.lorem({ maxCount: 40, mode: 'words' }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }),
    ),
  }),
  { minLength: 20, maxLength: 90 },
);

/** Many random cafés, also on a machine that does other things. */
const slowMs = 60_000;

describe('the map', { timeout: slowMs }, () => {
  it('never lays two cards over each other, and an idea that arrives moves no earlier one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), arrivals, (count, ideas) => {
        let clusters = empty(count);
        let map = layout(clusters, measure);
        ideas.forEach(({ at, text }, index) => {
          clusters = add(clusters, at, card(`c${index}`, text));
          const next = layout(clusters, measure, map);
          expectTidy(next);
          if (next.reason === 'kept') expect(movedCards(map, next)).toEqual([]);
          map = next;
        });
      }),
      { numRuns: 30 },
    );
  });

  it('moves cards at few moments only while 400 ideas arrive at 12 tables', () => {
    let clusters = empty(12);
    let map = layout(clusters, measure);
    let moments = 0;
    for (let n = 0; n < 400; ++n) {
      clusters = add(clusters, n * 7, card(`c${n}`, 'une idée de plus, '.repeat(1 + (n % 4))));
      const next = layout(clusters, measure, map);
      if (movedCards(map, next).length > 0) ++moments;
      map = next;
    }
    expect(map.digest).toBe(true);
    expect(moments).toBeLessThanOrEqual(16);
  });

  it('moves no card at all while a round runs, whatever arrives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), arrivals, (count, ideas) => {
        const clusters = empty(count);
        let now = { clusters, map: layout(clusters, measure, undefined, { reserve: 8 }) };
        ideas.forEach(({ at, text }, index) => {
          const before = now.map;
          const more = add(now.clusters, at, card(`c${index}`, text));
          now = { clusters: more, map: layout(more, measure, before, { freedom: 'hold' }) };
          expect(movedCards(before, now.map)).toEqual([]);
          const seen = new Set(cardsOf(now.map).map((each) => each.card.id));
          expect(cardsOf(before).every((each) => seen.has(each.card.id))).toBe(true);
        });
        expectTidy(now.map);
      }),
      { numRuns: 30 },
    );
  });

  it('shows at the change of round what had no room in the round', () => {
    const text = 'une idée qui a besoin de quelques lignes pour être dite';
    const clusters = empty(3);
    let now = { clusters, map: layout(clusters, measure, undefined, { reserve: 8 }) };
    for (let n = 0; n < 45; ++n) now = arrive(now.clusters, now.map, n * 3, text.repeat(2));
    expect(cardsOf(now.map).length).toBeLessThan(45);

    const next = layout(now.clusters, measure, now.map, { freedom: 'anew' });
    expect(next.reason).toBe('anew');
    expect(next.digest || cardsOf(next).length === 45).toBe(true);
    expect(cardsOf(next).length).toBeGreaterThan(cardsOf(now.map).length);
    const sides = (map: MapLayout) => map.clusters.map((each) => each.side);
    expect(sides(next)).toEqual(sides(now.map));
    expectTidy(next);
  });

  it('has room in each cluster for the ideas that a round usually brings', () => {
    const clusters = empty(3);
    let now = { clusters, map: layout(clusters, measure, undefined, { reserve: 8 }) };
    for (let n = 0; n < 24; ++n) now = arrive(now.clusters, now.map, n, 'x'.repeat(58));
    expect(cardsOf(now.map).length).toBe(24);
  });

  it('uses larger letters when it is zoomed, and never ones under the floor', () => {
    const clusters = add(empty(3), 0, card('c', 'une idée'));
    const font = (zoom: number) =>
      layout(clusters, measure, undefined, { fonts: zoomedFonts(fonts, zoom) }).font;
    expect(font(1.5)).toBe(54);
    expect(font(0.5)).toBe(24);
  });

  it('keeps a cluster on its side when groups are added', () => {
    let clusters = empty(3);
    let map = layout(clusters, measure);
    const sides = new Map(map.clusters.map((each) => [each.cluster.id, each.side]));
    for (let n = 0; n < 6; ++n) {
      clusters = [...clusters, { id: `g${n}`, title: `Groupe ${n}`, cards: [card(`x${n}`, 'a')] }];
      map = layout(clusters, measure, map);
      for (const each of map.clusters) {
        expect(sides.get(each.cluster.id) ?? each.side).toBe(each.side);
        sides.set(each.cluster.id, each.side);
      }
      expectTidy(map);
    }
  });

  it('shows the 25 ideas of the real café in full, word for word', () => {
    const plan = JSON.parse(
      readFileSync(new URL('../../../../../demo/cafe-energie.json', import.meta.url), 'utf8'),
    ) as { tables: { id: string; name: string; ideas: { id: string; text: string }[] }[] };
    const clusters = plan.tables.map((table) => ({
      id: table.id,
      title: table.name,
      cards: table.ideas.map((idea) => card(idea.id, idea.text)),
    }));
    const map = layout(clusters, measure);
    expect(map.digest).toBe(false);
    expect(map.font).toBeGreaterThanOrEqual(24);
    const shown = new Map(cardsOf(map).map((each) => [each.card.id, each.lines.join('')]));
    for (const idea of plan.tables.flatMap((table) => table.ideas)) {
      expect(shown.get(idea.id)).toBe(idea.text);
    }
    expectTidy(map);
  });

  it('in a digest keeps in sight what is in sight', () => {
    let clusters = empty(3);
    const long = 'des mots et encore des mots '.repeat(6);
    for (let n = 0; n < 90; ++n) clusters = add(clusters, n, card(`c${n}`, long));
    const map = layout(clusters, measure);
    expect(map.digest).toBe(true);
    const later = layout(add(clusters, 1, { ...card('new', long), weight: 9 }), measure, map);
    const seen = new Set(cardsOf(later).map((each) => each.card.id));
    for (const each of cardsOf(map)) expect(seen.has(each.card.id)).toBe(true);
    expect(movedCards(map, later)).toEqual([]);
  });
});
