// One tap that makes the tables even again.
import type { PersonView } from '../../state/people.svelte';
import type { TableView } from '../../state/views';
import type { TableSeats } from './seats-at';

export interface Shift {
  readonly from: TableView;
  readonly to: TableView;
  readonly fromCount: number;
  readonly toCount: number;
  /** Who is asked to move; undefined when everybody there wants to stay. */
  readonly person: PersonView | undefined;
}

/** From the fullest table to the emptiest, when they differ by two or more; remote tables apart. */
export function shiftFor(tables: readonly TableSeats[]): Shift | undefined {
  const near = tables.filter(({ table }) => !table.remote);
  const sorted = [...near].sort((a, b) => b.people.length - a.people.length);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least || most.people.length - least.people.length < 2) return undefined;
  const free = most.people.map(({ person }) => person).filter((person) => mayMove(person, least));
  return {
    from: most.table,
    to: least.table,
    fromCount: most.people.length,
    toCount: least.people.length,
    // The one who came last has the least to leave.
    person: [...free].sort((a, b) => b.joinedAtMs - a.joinedAtMs)[0],
  };
}

function mayMove({ wishes }: PersonView, { people }: TableSeats): boolean {
  if (!wishes) return true;
  const there = new Set(people.map(({ person }) => person.id));
  return (
    wishes.stays === '0' &&
    wishes.together.length === 0 &&
    !wishes.apart.some((other) => there.has(other))
  );
}
