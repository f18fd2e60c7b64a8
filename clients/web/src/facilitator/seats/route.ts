// One person's tables, round by round: where they sat, else where the plan wants them.
import type { CafeState } from '../../state/cafe.svelte';
import type { TableView } from '../../state/views';
import type { Id } from '../../sync/api';

export interface Stop {
  readonly round: Id;
  readonly number: number;
  /** Undefined: not known yet. */
  readonly table: TableView | undefined;
  /** The person really sat there. */
  readonly sat: boolean;
}

export function routeOf(cafe: CafeState, person: Id): readonly Stop[] {
  const taken = new Map(
    cafe.source
      .list('seat')
      .filter((seat) => seat.participant === person)
      .map((seat) => [seat.round, seat.table]),
  );
  return cafe.rounds.map(({ id, number }) => {
    const sat = taken.get(id);
    const at = sat ?? cafe.seating.tableIn(id, person);
    const table = cafe.tables.find((each) => each.id === at);
    return { round: id, number, table, sat: sat !== undefined };
  });
}
