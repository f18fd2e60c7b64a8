// Who sits at a table in the round that runs or comes next, and who is still expected there.
import { Role } from '../gen/rebond/v1/kinds_pb';
import type { CafeState } from '../state/cafe.svelte';
import type { PersonView } from '../state/people.svelte';
import type { Id } from '../sync/api';

export interface TablePeople {
  readonly here: readonly PersonView[];
  /** Planned for this table, and not seated anywhere in that round yet. */
  readonly expected: readonly PersonView[];
}

/** The round that a seat taken now is for: the step's, the next to come, or the last. */
export function seatRound(cafe: CafeState): Id {
  return cafe.round?.id ?? cafe.seating.nextRound?.id ?? cafe.rounds.at(-1)?.id ?? '0';
}

export function tablePeople(cafe: CafeState, table: Id): TablePeople {
  const round = seatRound(cafe);
  const seats = seatsOf(cafe, round);
  const guests = cafe.people.all.filter(
    (person) => person.role !== Role.CAPTAIN && person.attendance !== 'left',
  );
  return {
    here: guests.filter((person) => seats.get(person.id) === table),
    expected: guests.filter(
      (person) => !seats.has(person.id) && cafe.seating.tableIn(round, person.id) === table,
    ),
  };
}

/** The table of each person's seat in a round. */
export function seatsOf(cafe: CafeState, round: Id): ReadonlyMap<Id, Id> {
  const found = new Map<Id, Id>();
  for (const seat of cafe.source.all('seat').values()) {
    if (seat.round === round) found.set(seat.participant, seat.table);
  }
  return found;
}

/** The round before: where people come from when they move. */
export function earlierRound(cafe: CafeState): Id {
  const numbers = new Map(cafe.rounds.map((round) => [round.id, round.number]));
  const here = numbers.get(seatRound(cafe)) ?? 0;
  return cafe.rounds.filter((round) => round.number < here).at(-1)?.id ?? '0';
}
