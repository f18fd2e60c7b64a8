// A tour shows everything, each page as long as it is read, and loses its way for nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate, readingMs, wordCount } from '../../../src/screen/pages';
import {
  type Place,
  placeAfter,
  planTour,
  stopAt,
  tourBegin,
  type TourContent,
} from '../../../src/screen/tour';

const content: TourContent = {
  overview: ['les idées'],
  clusters: [
    { id: 'g1', pages: [['une', 'deux'], ['trois']] },
    { id: 'g2', pages: [['quatre']] },
    { id: 'g3', pages: [[]] },
  ],
  propositions: [['une phrase']],
  syntheses: [
    { table: 't1', lines: ['une ligne'] },
    { table: 't2', lines: [] },
  ],
};

function walk(stops: ReturnType<typeof planTour>, from: Place, count: number): string[] {
  const seen: string[] = [];
  let place = from;
  for (let n = 0; n < count; ++n) {
    seen.push(stopAt(stops, place)?.key ?? '');
    place = placeAfter(stops, place);
  }
  return seen;
}

describe('the tour', () => {
  it('goes from the map over each group and the propositions to the syntheses, and back', () => {
    expect(walk(planTour(content), tourBegin, 7)).toEqual([
      'overview  0',
      'cluster g1 0',
      'cluster g1 1',
      'cluster g2 0',
      'propositions  0',
      'synthesis t1 0',
      'overview  0',
    ]);
  });

  it('stays at a page as long as three words a second take, from 8 to 30 seconds', () => {
    expect(readingMs(0)).toBe(8000);
    expect(readingMs(45)).toBe(15_000);
    expect(readingMs(400)).toBe(30_000);
    expect(wordCount('cumulus plutôt que chauffe bain', 'oui')).toBe(6);
    const long = 'mot '.repeat(60);
    const stops = planTour({ ...content, clusters: [{ id: 'g', pages: [[long]] }] });
    expect(stops[1]?.ms).toBe(20_000);
  });

  it('stays where it is when another group appears before', () => {
    const place = { key: 'cluster g2 0', index: 3 };
    const more = { id: 'g0', pages: [['zéro']] };
    const stops = planTour({ ...content, clusters: [more, ...content.clusters] });
    expect(stopAt(stops, place)?.key).toBe('cluster g2 0');
    expect(placeAfter(stops, place).key).toBe('propositions  0');
  });

  it('goes on with what comes next when its group has gone', () => {
    const place = { key: 'cluster g1 1', index: 2 };
    const stops = planTour({ ...content, clusters: content.clusters.slice(1) });
    expect(stopAt(stops, place)?.key).toBe('propositions  0');
    expect(placeAfter(stops, place).key).toBe('synthesis t1 0');
  });

  it('shows only the map of a café without an idea', () => {
    const stops = planTour({ overview: [], clusters: [], propositions: [], syntheses: [] });
    expect(walk(stops, tourBegin, 2)).toEqual(['overview  0', 'overview  0']);
  });
});

describe('pages', () => {
  it('hold every item once and in order, and no more than there is room for', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 40 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 10, max: 120 }), (items, room) => {
        const pages = paginate(items, (height) => height, room, 5);
        expect(pages.flat()).toEqual(items);
        for (const page of pages) {
          const used = page.reduce((sum, height) => sum + height, 5 * (page.length - 1));
          expect(page.length === 1 || used <= room).toBe(true);
        }
      }),
    );
  });
});
