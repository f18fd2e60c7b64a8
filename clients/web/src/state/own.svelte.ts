// What this person has alone: a name, drafts, anonymous ideas, answers; and what the others see of
// what the person does.
import type { Id, MyThings } from '../sync/api';
import type { CafeState } from './cafe.svelte';
import type { CardView } from './views';

export class OwnState {
  readonly #cafe: CafeState;
  #writing = $state.raw(false);
  #handRaised = $state.raw(false);
  #asksMinute = $state.raw(false);

  constructor(cafe: CafeState) {
    this.#cafe = cafe;
  }

  readonly things: MyThings = $derived.by(() =>
    this.#cafe.source.part((session) => session.mine),
  );

  readonly drafts = $derived.by(() => this.things.drafts);

  /** One a question: 1 no, 2 partly, 3 yes; empty: not answered. */
  readonly answers = $derived.by(() => this.things.answers);

  /** The own anonymous ideas, withdrawn ones too. */
  readonly anonymousCards: readonly CardView[] = $derived.by(() =>
    this.#cafe.allCards.filter((card) => this.things.cards.has(card.id)),
  );

  /** Whether this person wrote the idea without a name. */
  isMine(card: Id): boolean {
    return this.things.cards.has(card);
  }

  /** The first name of this person, as far as it is known. */
  readonly name = $derived.by(
    () => this.things.name || (this.#cafe.names.get(this.#cafe.who?.participant ?? '0') ?? ''),
  );

  get handRaised(): boolean {
    return this.#handRaised;
  }

  set handRaised(raised: boolean) {
    this.#handRaised = raised;
    this.#tell();
  }

  /** A captain asks for one more minute. */
  get asksMinute(): boolean {
    return this.#asksMinute;
  }

  set asksMinute(asks: boolean) {
    this.#asksMinute = asks;
    this.#tell();
  }

  /** The others see that somebody writes at this table. */
  tellWriting(writing: boolean): void {
    if (writing === this.#writing) return;
    this.#writing = writing;
    this.#tell();
  }

  #tell(): void {
    // In an anonymous step even the moment of writing would tell.
    const told = this.#writing && !this.#cafe.step?.anonymous;
    this.#cafe.session.setPresence({
      writingAt: told ? this.#cafe.myTable : '0',
      handRaised: this.#handRaised,
      asksMinute: this.#asksMinute,
    });
  }
}
