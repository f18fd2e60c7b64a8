// The people of the café: expected, here or gone; where each of them sits.
import { Role } from '../gen/rebond/v1/kinds_pb';
import type { Id, PresenceEntry, Wishes } from '../sync/api';
import type { CafeState } from './cafe.svelte';
import { Kept } from './kept';
import { compareIds } from './order';

export type AttendanceName = 'expected' | 'here' | 'left';

export interface PersonView {
  readonly id: Id;
  /** 1, 2, 3, … in the order of the list: for who has no name. */
  readonly number: number;
  /** "" when there is none, or this page is not told. */
  readonly name: string;
  readonly role: Role;
  readonly attendance: AttendanceName;
  readonly joinedAtMs: number;
  /** A captain's own table, "0" for the others. */
  readonly captainOf: Id;
  /** Where the person sits, or sat last; "0": nowhere. */
  readonly table: Id;
  /** Where the person is to sit in the next round; "0": not planned. */
  readonly nextTable: Id;
  /** Facilitators only. */
  readonly wishes: Wishes | undefined;
  /** One of the person's devices is connected. */
  readonly online: boolean;
  /** On this device only, so far. */
  readonly waiting: boolean;
}

export class PeopleState {
  readonly #cafe: CafeState;
  readonly #views = new Kept<PersonView>();

  constructor(cafe: CafeState) {
    this.#cafe = cafe;
  }

  readonly #online: ReadonlySet<Id> = $derived.by(
    () => new Set(this.#cafe.presence.map((entry) => entry.participant)),
  );

  /** Everybody, in the order of their numbers. */
  readonly all: readonly PersonView[] = $derived.by(() => {
    const { source, names, wishes, seating } = this.#cafe;
    const people = source.list('participant').sort((a, b) => compareIds(a.id, b.id));
    return people.map(({ id, role, table: captainOf, joinedAtMs, left }, index) => {
      const name = names.get(id) ?? '';
      const table = this.#cafe.seatOf(id);
      const nextTable = seating.nextTableOf(id);
      const wish = wishes.get(id);
      const online = this.#online.has(id);
      const waiting = source.isWaiting(id);
      const attendance = left ? 'left' : joinedAtMs === 0 ? 'expected' : 'here';
      const parts = [index, name, role, captainOf, joinedAtMs, left, table, nextTable, wish];
      return this.#views.view(id, [...parts, online, waiting], () => ({
        id,
        number: index + 1,
        name,
        role,
        attendance,
        joinedAtMs,
        captainOf,
        table,
        nextTable,
        wishes: wish,
        online,
        waiting,
      }));
    });
  });

  readonly byId: ReadonlyMap<Id, PersonView> = $derived(
    new Map(this.all.map((person) => [person.id, person])),
  );

  readonly here = $derived(this.all.filter((person) => person.attendance === 'here'));
  readonly expected = $derived(this.all.filter((person) => person.attendance === 'expected'));
  readonly left = $derived(this.all.filter((person) => person.attendance === 'left'));

  /** Who sits at a table now and has not left. */
  at(table: Id): readonly PersonView[] {
    return this.here.filter((person) => person.table === table);
  }

  /** The captains of a table who have not left. */
  captainsOf(table: Id): readonly PersonView[] {
    return this.all.filter(
      (person) =>
        person.role === Role.CAPTAIN && person.captainOf === table && person.attendance !== 'left',
    );
  }

  /** The connections of a table's captains, as told by presence. */
  devicesOf(table: Id): readonly PresenceEntry[] {
    return this.#cafe.presence.filter(
      (entry) => entry.role === Role.CAPTAIN && entry.table === table,
    );
  }
}
