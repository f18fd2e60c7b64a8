// The plan of who sits where, and what it says about the move to come.
import { type SeatPlan } from '../gen/rebond/v1/harvest_pb';
import { Role } from '../gen/rebond/v1/kinds_pb';
import type { Id } from '../sync/api';
import type { CafeState } from './cafe.svelte';
import type { PersonView } from './people.svelte';
import type { TableView } from './views';

export interface PlannedTable {
  readonly table: TableView;
  readonly people: readonly PersonView[];
}

export interface PlannedRoundView {
  /** The round's id and number. */
  readonly id: Id;
  readonly number: number;
  /** One a table, in the order of the tables; captains are not listed. */
  readonly tables: readonly PlannedTable[];
}

export interface MoveView {
  readonly table: TableView;
  readonly captains: readonly PersonView[];
  /** Who comes from another table, or sits down for the first time. */
  readonly arriving: readonly PersonView[];
  readonly staying: readonly PersonView[];
}

export class SeatingState {
  readonly #cafe: CafeState;

  constructor(cafe: CafeState) {
    this.#cafe = cafe;
  }

  /** Score, options and trouble of the plan; undefined: none was ever asked for. */
  readonly plan: SeatPlan | undefined = $derived.by(() => this.#cafe.source.get('seatPlan', '1'));

  readonly made = $derived.by(() => (this.plan?.madeSeq ?? 0) > 0);

  /** The server is at it. */
  readonly pending = $derived.by(() => (this.plan?.wantedSeq ?? 0) > (this.plan?.madeSeq ?? 0));

  /** The table's id of each person, by round and person. */
  readonly #planned: ReadonlyMap<Id, ReadonlyMap<Id, Id>> = $derived.by(() => {
    const ids = new Map(this.#cafe.tables.map((table) => [table.number, table.id]));
    const found = new Map<Id, ReadonlyMap<Id, Id>>();
    for (const [round, { people, tables }] of this.#cafe.source.all('plannedRound')) {
      const seats = people.map((id, n): [Id, Id] => [id, ids.get(tables[n] ?? 0) ?? '0']);
      found.set(round, new Map(seats));
    }
    return found;
  });

  /** The round that people move to next; undefined: there is none. */
  readonly nextRound = $derived.by(() => {
    const id = this.#cafe.script.nextRoundStep?.round;
    return this.#cafe.rounds.find((round) => round.id === id);
  });

  /** Where a person is to sit in a round; "0": not planned. */
  tableIn(round: Id, participant: Id): Id {
    return this.#planned.get(round)?.get(participant) ?? '0';
  }

  /** Where a person is to sit in the next round; "0": not planned. */
  nextTableOf(participant: Id): Id {
    return this.tableIn(this.nextRound?.id ?? '0', participant);
  }

  /** Every planned round, in order. */
  readonly rounds: readonly PlannedRoundView[] = $derived.by(() =>
    this.#cafe.rounds
      .filter((round) => this.#planned.has(round.id))
      .map(({ id, number }) => ({
        id,
        number,
        tables: this.#cafe.tables.map((table) => ({ table, people: this.#sitting(id, table.id) })),
      })),
  );

  /** The move to the next round: for each table, who comes; empty: nothing is planned. */
  readonly moves: readonly MoveView[] = $derived.by(() => {
    const round = this.nextRound?.id ?? '0';
    if (!this.#planned.has(round)) return [];
    return this.#cafe.tables.map((table) => {
      const people = this.#sitting(round, table.id);
      return {
        table,
        captains: this.#cafe.people.captainsOf(table.id),
        arriving: people.filter((person) => person.table !== table.id),
        staying: people.filter((person) => person.table === table.id),
      };
    });
  });

  #sitting(round: Id, table: Id): readonly PersonView[] {
    return this.#cafe.people.all.filter(
      (person) => person.role !== Role.CAPTAIN && this.tableIn(round, person.id) === table,
    );
  }
}
