// Who the hall is told has arrived.
import type { PersonView } from '../state/people.svelte';

export interface Arrivals {
  readonly count: number;
  /** In the order of their coming, so that nobody's name moves; empty when names stay away. */
  readonly names: readonly { readonly id: string; readonly name: string }[];
  /** How many more there are than names. */
  readonly others: number;
  /** Who has just come, to be greeted; "" when nobody has. */
  readonly greeted: string;
}

const namesMax = 32;
const greetingMs = 15_000;

/** `nowMs` is café time. */
export function arrivals(
  here: readonly PersonView[],
  mayName: boolean,
  nowMs: number,
): Arrivals {
  const named = mayName ? here.filter((person) => person.name.trim() !== '') : [];
  const coming = [...named].sort((a, b) => a.joinedAtMs - b.joinedAtMs);
  const names = coming.slice(0, namesMax).map(({ id, name }) => ({ id, name }));
  const last = coming.at(-1);
  const greeted = last && nowMs - last.joinedAtMs < greetingMs ? last.name : '';
  return { count: here.length, names, others: here.length - names.length, greeted };
}
