// Support: a limited number of dots each; blind while it is open, if the facilitator says so.
import { Role } from '../gen/rebond/v1/kinds_pb';
import type { Id } from '../sync/api';
import type { CafeState } from './cafe.svelte';
import type { CardView } from './views';

const dotsUsual = 3;
/** The people at a table whose capacity is not said. */
const tableUsual = 6;

export interface Tally {
  readonly dots: number;
  readonly voters: number;
}

export interface SupportedCard extends Tally {
  readonly card: CardView;
}

const nothing: Tally = { dots: 0, voters: 0 };

export class SupportState {
  readonly #cafe: CafeState;

  constructor(cafe: CafeState) {
    this.#cafe = cafe;
  }

  readonly open = $derived.by(() => this.#cafe.cafe?.supportOpen ?? false);
  /** Only the own dots are known until it is closed. */
  readonly blind = $derived.by(() => this.#cafe.cafe?.supportBlind ?? false);
  readonly dotsEach = $derived.by(() => this.#cafe.cafe?.dotsEach || dotsUsual);

  /** The own dots by card; a captain's are those of the table. */
  readonly mine: ReadonlyMap<Id, number> = $derived.by(() => this.#cafe.own.things.dots);

  /** On ideas that are shown: dots on the others are free again. */
  readonly given = $derived.by(() =>
    [...this.mine].reduce((sum, [id, dots]) => sum + (this.#cafe.cardsById.has(id) ? dots : 0), 0),
  );

  /** How many people give dots on this device: a captain's table counts without a device. */
  readonly #people: number = $derived.by(() => {
    const { who, myTable, tables, people, source } = this.#cafe;
    if (who?.role !== Role.CAPTAIN) return 1;
    const capacity = tables.find((table) => table.id === myTable)?.capacity || tableUsual;
    const withDevice = new Set([...source.all('device').values()].map((each) => each.participant));
    const without = people.at(myTable).filter((person) => !withDevice.has(person.id));
    return Math.max(capacity, without.length);
  });

  /** Undefined for the facilitator, who may give as many as a room has. */
  readonly left: number | undefined = $derived.by(() => {
    if (this.#cafe.who?.role === Role.FACILITATOR) return undefined;
    return Math.max(0, this.dotsEach * this.#people - this.given);
  });

  /** What is known to everybody. */
  tally(card: Id): Tally {
    return this.#cafe.source.get('support', card) ?? nothing;
  }

  /** The ideas with support, the most first. */
  readonly ranking: readonly SupportedCard[] = $derived.by(() => {
    const found: SupportedCard[] = [];
    for (const [id, { dots, voters }] of this.#cafe.source.all('support')) {
      const card = this.#cafe.cardsById.get(id);
      if (card && dots > 0) found.push({ card, dots, voters });
    }
    return found.sort(
      (a, b) => b.dots - a.dots || b.voters - a.voters || a.card.atMs - b.card.atMs,
    );
  });
}
