// People: joining, the list at the door, seats and the plan of seats.
import { Attendance } from '../../gen/rebond/v1/method_command_pb';
import type { Role } from '../../gen/rebond/v1/kinds_pb';
import type { Id, Wishes } from '../../sync/api';
import type { CafeState } from '../cafe.svelte';
import type { AttendanceName } from '../people.svelte';
import { give } from './send';

export type WishesInit = Partial<Omit<Wishes, '$typeName' | '$unknown'>>;

/** Into the café with a first name, or ""; `onrefused` is called when the server says no. */
export async function joinCafe(
  cafe: CafeState,
  name: string,
  onrefused: () => void,
): Promise<void> {
  const { outcome } = await cafe.session.join(name);
  if (!(await outcome).accepted) onrefused();
}

/** For this person, or for another one. */
export function takeSeat(
  cafe: CafeState,
  table: Id,
  participant: Id = cafe.who?.participant ?? '0',
): void {
  give(cafe, {
    case: 'takeSeat',
    value: { seat: cafe.session.newId(), participant, table },
  });
}

export interface NewPerson {
  readonly role: Role;
  readonly name: string;
  /** A captain's table. */
  readonly table?: Id;
  /** Expected, not here yet. */
  readonly expected: boolean;
  readonly wishes?: WishesInit;
}

/** A person without a device, or one who is expected. Returns the new person's id. */
export function addPerson(cafe: CafeState, person: NewPerson): Id {
  const participant = cafe.session.newId();
  give(cafe, { case: 'addPerson', value: { participant, table: '0', ...person } });
  return participant;
}

/** What is left out stays as it is; a captain needs a table. */
export function setPerson(
  cafe: CafeState,
  participant: Id,
  changes: { name?: string; wishes?: WishesInit; role?: Role; table?: Id },
): void {
  give(cafe, { case: 'setPerson', value: { participant, ...changes } });
}

export function checkIn(cafe: CafeState, participant: Id, attendance: AttendanceName): void {
  const value = {
    expected: Attendance.EXPECTED,
    here: Attendance.HERE,
    left: Attendance.LEFT,
  }[attendance];
  give(cafe, { case: 'checkIn', value: { participant, attendance: value } });
}

/** Asks for a plan of the rounds to come. `seed` "0": the server keeps the one there is. */
export function planSeats(
  cafe: CafeState,
  { automatic = true, seed = '0', returnHome = false }: Partial<PlanWish> = {},
): void {
  give(cafe, { case: 'planSeats', value: { automatic, seed, returnHome } });
}

interface PlanWish {
  /** The server goes on planning as people come and go. */
  automatic: boolean;
  seed: string;
  /** The last round brings people back to their first table. */
  returnHome: boolean;
}
