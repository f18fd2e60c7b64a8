// Near to a group: every idea whole, nine a page at most, in the largest letters that fit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focus, type FocusCard, focusPages } from '../../../src/screen/map/focus';
import type { Measure } from '../../../src/screen/map/types';

const measure: Measure = (text, font) => text.length * font * 0.52;
const box = { width: 1500, height: 900 };

function cards(...lengths: number[]): FocusCard[] {
  return lengths.map((length, n) => ({
    id: `c${n}`,
    text: 'mot '.repeat(Math.ceil(length / 4)).trim(),
    marks: 0,
    links: [],
  }));
}

describe('the pages of a group', () => {
  it('hold every idea once and in order, nine a page at most', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 40 });
    fc.assert(
      fc.property(lengths, (ideas) => {
        const all = cards(...ideas);
        const pages = focusPages(all, box, measure);
        expect(pages.flatMap((page) => page.cards)).toEqual(all.map((card) => card.id));
        for (const page of pages) {
          expect(page.cards.length).toBeLessThanOrEqual(focus.cardsMax);
          expect([...page.columns.flat()].sort()).toEqual([...page.cards].sort());
        }
      }),
    );
  });

  it('have large letters for a few short ideas and smaller ones for many', () => {
    const [few] = focusPages(cards(30, 40), box, measure);
    const [many] = focusPages(cards(...Array.from({ length: 9 }, () => 90)), box, measure);
    expect(few?.font).toBe(60);
    expect(many?.cards.length).toBe(9);
    expect(many?.font).toBeLessThan(60);
    expect(many?.font).toBeGreaterThanOrEqual(32);
  });

  it('hold fewer ideas rather than letters that are too small', () => {
    const pages = focusPages(cards(...Array.from({ length: 9 }, () => 500)), box, measure);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.font).toBeGreaterThanOrEqual(32);
  });

  it('leave room for the links under a card', () => {
    const ideas = cards(...Array.from({ length: 9 }, () => 80));
    const linked = ideas.map((card) => ({ ...card, links: ['complète « une autre idée »'] }));
    const [plain] = focusPages(ideas, box, measure);
    const [full] = focusPages(linked, box, measure);
    expect(full?.font).toBeLessThan(plain?.font ?? 0);
  });

  it('show an idea that is longer than the hall can read at all', () => {
    const pages = focusPages(cards(9000, 20), box, measure);
    expect(pages.flatMap((page) => page.cards)).toEqual(['c0', 'c1']);
    expect(pages[0]?.font).toBe(24);
  });
});
