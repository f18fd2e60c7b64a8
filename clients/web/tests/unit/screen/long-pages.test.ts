// Long plans and many propositions turn page by page, and nothing of them is lost.
import { describe, expect, it } from 'vitest';
import { actionPageMs, actionPages } from '../../../src/screen/action-pages';
import type { Measure } from '../../../src/screen/map/types';
import { propositionPages } from '../../../src/screen/proposition-pages';
import type { ActionView } from '../../../src/state/plan.svelte';
import type { LinkView } from '../../../src/state/views';

const measure: Measure = (text, font) => text.length * font * 0.52;

const actions = (count: number): ActionView[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `a${n}`,
    what: 'Installer un composteur au pied de chaque immeuble',
    who: 'La régie de quartier',
    due: '2026-11-30',
    commitment: n % 2,
    sourceIds: [],
  })) as unknown as ActionView[];

describe('the action plan', () => {
  it('is one page in large letters when it is short', () => {
    const { font, pages } = actionPages(actions(3), 1, measure);
    expect(pages.length).toBe(1);
    expect(font).toBeGreaterThanOrEqual(40);
  });

  it('has pages, each action once and in order, when it is long', () => {
    const all = actions(30);
    const { font, pages } = actionPages(all, 1, measure);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toEqual(all);
    expect(font).toBe(36);
  });

  it('has fewer actions a page when letters are larger', () => {
    const usual = actionPages(actions(30), 1, measure).pages.length;
    expect(actionPages(actions(30), 1.5, measure).pages.length).toBeGreaterThan(usual);
  });

  it('leaves each page for 20 seconds at least', () => {
    expect(actionPageMs(actions(1))).toBe(20_000);
    expect(actionPageMs(actions(8))).toBeGreaterThan(20_000);
  });
});

describe('the propositions', () => {
  it('are shown each once, whatever their length', () => {
    const links = Array.from({ length: 14 }, (_, n) => ({
      id: `l${n}`,
      from: { text: 'une idée '.repeat(1 + n) },
      to: { text: 'une autre' },
    })) as unknown as LinkView[];
    const pages = propositionPages(links, 1, measure);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toEqual(links);
  });
});
