// One-tap moves, and the reading of the syntheses.
import { describe, expect, it } from 'vitest';
import { shiftFor } from '../../../src/facilitator/room/balance';
import type { Seated, TableSeats } from '../../../src/facilitator/room/seats-at';
import { placeFrom } from '../../../src/facilitator/screen/reading';
import type { PersonView } from '../../../src/state/people.svelte';
import type { SynthesisView } from '../../../src/state/syntheses.svelte';

function seated(id: string, joinedAtMs: number, wishes: object = {}): Seated {
  const free = { stays: '0', together: [], apart: [] };
  const person = { id, joinedAtMs, wishes: { ...free, ...wishes } };
  return { person: person as unknown as PersonView, planned: false };
}

function table(number: number, people: readonly Seated[], remote = false): TableSeats {
  return { table: { id: `t${number}`, number, remote }, captains: [], people } as never;
}

describe('the move that makes tables even', () => {
  it('asks who came last at the fullest table', () => {
    const shift = shiftFor([
      table(1, [seated('a', 1)]),
      table(2, [seated('b', 5), seated('c', 9), seated('d', 7)]),
    ]);
    expect([shift?.from.number, shift?.to.number, shift?.person?.id]).toEqual([2, 1, 'c']);
  });

  it('leaves alone who stays, who sits with somebody, and who would meet a neighbour', () => {
    const shift = shiftFor([
      table(1, [seated('a', 1)]),
      table(2, [
        seated('b', 5, { stays: 't2' }),
        seated('c', 9, { together: ['b'] }),
        seated('d', 7, { apart: ['a'] }),
        seated('e', 2),
      ]),
    ]);
    expect(shift?.person?.id).toBe('e');
  });

  it('is none when tables differ by one, and never one across the distance', () => {
    const full = [seated('b', 5), seated('c', 9)];
    expect(shiftFor([table(1, [seated('a', 1)]), table(2, full)])).toBeUndefined();
    expect(shiftFor([table(1, [], true), table(2, full)])).toBeUndefined();
  });
});

describe('the reading of the syntheses', () => {
  const all = [
    { id: 't1', lines: [{ id: 'a' }, { id: 'b' }] },
    { id: 't2', lines: [] },
    { id: 't3', lines: [{ id: 'c' }] },
  ] as unknown as SynthesisView[];

  it('goes line by line, then to the next table that has any', () => {
    expect(placeFrom(all, { table: 't1', line: 'a' }, 1)).toEqual({ table: 't1', line: 'b' });
    expect(placeFrom(all, { table: 't1', line: 'b' }, 1)).toEqual({ table: 't3', line: 'c' });
    expect(placeFrom(all, { table: 't3', line: 'c' }, -1)).toEqual({ table: 't1', line: 'b' });
    expect(placeFrom(all, { table: 't3', line: 'c' }, 1)).toBeUndefined();
  });

  it('begins with the chosen table, or with the first', () => {
    expect(placeFrom(all, { table: 't3', line: undefined }, 1)).toEqual({ table: 't3', line: 'c' });
    expect(placeFrom(all, { table: '0', line: undefined }, 1)).toEqual({ table: 't1', line: 'a' });
    expect(placeFrom(all, { table: 't3', line: undefined }, -1)).toEqual({
      table: 't1',
      line: 'b',
    });
  });
});
