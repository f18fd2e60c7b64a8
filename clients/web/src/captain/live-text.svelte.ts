// A text that is changed while it is typed, together with others: what they write stays.
import type { CafeState } from '../state/cafe.svelte';
import { editText } from '../sync/compose';
import type { Id, TextState } from '../sync/api';

/** A pause in typing, long enough to send what was typed. */
const pauseMs = 600;

export class LiveText {
  readonly #cafe: CafeState;
  readonly #id: Id;
  /** What the person saw while typing; undefined: nobody types here. */
  #base: TextState | undefined;
  #typed = $state.raw<string | undefined>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor(cafe: CafeState, id: Id) {
    this.#cafe = cafe;
    this.#id = id;
  }

  /** What the field shows: the person's own typing first. */
  get shown(): string {
    return this.#typed ?? this.#cafe.source.text(this.#id);
  }

  begin(): void {
    if (this.#typed !== undefined) return;
    this.#base = this.#cafe.session.replica.text(this.#id);
    this.#typed = this.#base.visible;
  }

  type(text: string, event: Event): void {
    this.begin();
    this.#typed = text;
    clearTimeout(this.#timer);
    // A character that is being composed is none yet.
    if ((event as InputEvent).isComposing) return;
    this.#timer = setTimeout(() => this.#send(), pauseMs);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#send();
    void this.#sending.then(() => {
      this.#base = undefined;
      this.#typed = undefined;
    });
  }

  /** A line without words would be nobody's: then the text stays as it was. */
  #send(): void {
    this.#sending = this.#sending.then(async () => {
      const typed = this.#typed?.trim();
      if (!this.#base || !typed || typed === this.#base.visible) return;
      this.#base = await editText(this.#cafe.session, this.#base, typed);
    });
  }
}
