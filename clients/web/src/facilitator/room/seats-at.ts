// Who sits where, at a moment of the evening: now, or in a round that was or will be.
import { Role } from '../../gen/rebond/v1/kinds_pb';
import type { CafeState } from '../../state/cafe.svelte';
import type { PersonView } from '../../state/people.svelte';
import type { TableView } from '../../state/views';
import type { Id } from '../../sync/api';

/** 'now', or a round's id. */
export type Moment = 'now' | Id;

export interface Seated {
  readonly person: PersonView;
  /** The plan says so; the person has not sat down there. */
  readonly planned: boolean;
}

export interface TableSeats {
  readonly table: TableView;
  readonly captains: readonly PersonView[];
  /** Captains are not listed. */
  readonly people: readonly Seated[];
}

/** Everybody who is expected or here; `standing` are those without a table at that moment. */
export function seatsAt(
  cafe: CafeState,
  moment: Moment,
): { tables: readonly TableSeats[]; standing: readonly PersonView[] } {
  const taken = moment === 'now' ? undefined : seatsTaken(cafe, moment);
  const places = new Map<Id, Seated[]>();
  const standing: PersonView[] = [];
  for (const person of cafe.people.all) {
    if (!movable(person) || (moment === 'now' && person.attendance !== 'here')) continue;
    const sat = taken ? taken.get(person.id) : person.table;
    const planned = taken && !sat ? cafe.seating.tableIn(moment, person.id) : '0';
    const table = sat && sat !== '0' ? sat : planned;
    if (!cafe.tables.some((each) => each.id === table)) standing.push(person);
    else places.set(table, [...(places.get(table) ?? []), { person, planned: table === planned }]);
  }
  const tables = cafe.tables.map((table) => ({
    table,
    captains: cafe.people.captainsOf(table.id),
    people: places.get(table.id) ?? [],
  }));
  return { tables, standing };
}

/** One who has not left and goes from table to table. */
function movable(person: PersonView): boolean {
  const guest = person.role === Role.PARTICIPANT || person.role === Role.REMOTE;
  return guest && person.attendance !== 'left';
}

function seatsTaken(cafe: CafeState, round: Id): ReadonlyMap<Id, Id> {
  return new Map(
    cafe.source
      .list('seat')
      .filter((seat) => seat.round === round)
      .map((seat) => [seat.participant, seat.table]),
  );
}
