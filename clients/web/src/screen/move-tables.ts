// Who goes where in a move: what each table's tile says, and who is not there yet.
import type { Seat } from '../gen/rebond/v1/record_pb';
import type { MoveView } from '../state/seating.svelte';
import type { TableView } from '../state/views';
import type { Id } from '../sync/api';

export interface MoveTile {
  readonly table: TableView;
  /** How many are to sit there; undefined: nothing is planned. */
  readonly planned: number | undefined;
  /** How many sit there already, in the round to come. */
  readonly seated: number;
  /** Empty when names stay off the projector. */
  readonly names: readonly string[];
}

export interface MoveTables {
  readonly tiles: readonly MoveTile[];
  /** Who is to sit somewhere and does not yet; undefined while nobody has sat down. */
  readonly missing: number | undefined;
}

export interface MoveSources {
  readonly tables: readonly TableView[];
  /** Empty: nothing is planned. */
  readonly moves: readonly MoveView[];
  readonly seats: readonly Pick<Seat, 'participant' | 'round' | 'table'>[];
  /** The round to come. */
  readonly round: Id;
  readonly names: boolean;
}

export function moveTables({ tables, moves, seats, round, names }: MoveSources): MoveTables {
  const sitting = seats.filter((seat) => seat.round === round);
  const seated = new Set(sitting.map((seat) => seat.participant));
  const tiles = tables.map((table) => {
    const move = moves.find((each) => each.table.id === table.id);
    const people = [...(move?.arriving ?? []), ...(move?.staying ?? [])];
    return {
      table,
      planned: move ? people.length : undefined,
      seated: sitting.filter((seat) => seat.table === table.id).length,
      names: names ? people.map((person) => person.name).filter((name) => name !== '') : [],
    };
  });
  const awaited = moves
    .flatMap((move) => [...move.arriving, ...move.staying])
    .filter((person) => person.attendance === 'here' && !seated.has(person.id));
  const counts = moves.length > 0 && seated.size > 0;
  return { tiles, missing: counts ? awaited.length : undefined };
}
