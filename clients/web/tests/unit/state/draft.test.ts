// What is being typed survives a reload and a closed tab, and stays with its link.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Draft, restoreDrafts, typedDrafts } from '../../../src/state/draft.svelte';

/** Enough of the browser's storage. */
class Store {
  [key: string]: unknown;

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null;
  }

  setItem(key: string, text: string): void {
    this[key] = text;
  }

  removeItem(key: string): void {
    delete this[key];
  }
}

function openTab(hash = '#aa'): void {
  vi.stubGlobal('sessionStorage', new Store());
  vi.stubGlobal('location', { pathname: '/cafes/c1/captain', hash });
}

beforeEach(() => {
  vi.stubGlobal('localStorage', new Store());
  openTab();
});

describe('what is being typed', () => {
  it('is there again after a reload', () => {
    new Draft('idea').text = 'Un vél';

    expect(new Draft('idea').text).toBe('Un vél');
  });

  it('is there again in a new tab, when the old one was closed', () => {
    new Draft('idea').text = 'Un vél';
    openTab();

    expect(new Draft('idea').text).toBe('Un vél');
  });

  it('is gone when it was sent', () => {
    const draft = new Draft('idea');
    draft.text = 'Un vélo';
    draft.text = '';
    openTab();

    expect(new Draft('idea').text).toBe('');
  });

  it('is not shown to another table that gets the tablet', () => {
    new Draft('idea').text = 'Un vél';
    openTab('#bb');

    expect(new Draft('idea').text).toBe('');
    expect(typedDrafts()).toEqual([]);
  });

  it('goes into a file, and comes back once', () => {
    const draft = new Draft('idea');
    draft.text = 'Un vél';
    const saved = typedDrafts();
    expect(saved).toEqual([{ name: 'idea', text: 'Un vél' }]);

    draft.text = 'Un bus';
    restoreDrafts(saved);
    restoreDrafts(saved);
    expect(draft.text).toBe('Un bus\nUn vél');
  });

  it('stays on the page when the browser keeps nothing', () => {
    vi.stubGlobal('sessionStorage', undefined);
    vi.stubGlobal('localStorage', undefined);
    const draft = new Draft('idea');
    draft.text = 'Un vél';

    expect(draft.text).toBe('Un vél');
  });
});
