// The addresses of what is printed.
import { describe, expect, it } from 'vitest';
import { chosenDocument, printAddress } from '../../../src/print/documents';
import { inPages } from '../../../src/print/guests';

describe('what is printed', () => {
  it('has the address of the page beside it, with the same token', () => {
    const page = { pathname: '/cafes/abc/facilitator', search: '?area=room', hash: '#00ff' };
    expect(printAddress(page, 'signs')).toBe('/cafes/abc/print?area=room&document=signs#00ff');
  });

  it('is the seat cards unless the address asks for something that there is', () => {
    expect(chosenDocument('?document=captain')).toBe('captain');
    expect(chosenDocument('?document=novel')).toBe('cards');
    expect(chosenDocument('')).toBe('cards');
  });

  it('comes a few to a sheet, and nothing comes on none', () => {
    expect(inPages([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(inPages([], 4)).toEqual([]);
  });
});
