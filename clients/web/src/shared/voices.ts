// The people whose ideas a captain writes: those of the table, with a first name.
import { Role } from '../gen/rebond/v1/kinds_pb';
import type { Messages } from '../i18n/fr';
import { addPerson, takeSeat } from '../state/actions';
import type { CafeState } from '../state/cafe.svelte';
import type { Id } from '../sync/api';
import { calledAs, type Named } from './named';
import { tablePeople } from './table-people';

/** The captains first, then who sits at the own table. */
export function voices(texts: Messages, cafe: CafeState): readonly Named[] {
  const { here } = tablePeople(cafe, cafe.myTable);
  const captains = cafe.people.captainsOf(cafe.myTable).filter((person) => person.name);
  return [...captains, ...here].map((person) => ({
    id: person.id,
    name: calledAs(texts, person),
  }));
}

/** A person without a device who sits at the own table from now on. */
export function addGuest(cafe: CafeState, name: string): Id {
  const person = addPerson(cafe, { role: Role.PARTICIPANT, name, expected: false });
  takeSeat(cafe, cafe.myTable, person);
  return person;
}
