// What changed since listeners were last called.
import type { Changes, Id, KindName } from './api';

export class ChangeCollector {
  #everything = false;
  #records = new Map<KindName, Set<Id>>();
  #texts = new Set<Id>();
  #session = false;
  #presence = false;
  readonly #wake: () => void;

  /** `wake` is called with every note; it must be cheap. */
  constructor(wake: () => void) {
    this.#wake = wake;
  }

  everything(): void {
    this.#everything = true;
    this.#wake();
  }

  record(kind: KindName, id: Id): void {
    const ids = this.#records.get(kind);
    if (ids) ids.add(id);
    else this.#records.set(kind, new Set([id]));
    this.#wake();
  }

  text(id: Id): void {
    this.#texts.add(id);
    this.#wake();
  }

  session(): void {
    this.#session = true;
    this.#wake();
  }

  presence(): void {
    this.#presence = true;
    this.#wake();
  }

  /** Hands over what was noted, and begins anew. */
  take(): Changes {
    const all = this.#everything;
    const changes: Changes = {
      everything: all,
      records: all ? new Map() : this.#records,
      texts: all ? new Set() : this.#texts,
      session: this.#session,
      presence: this.#presence,
    };
    this.#everything = this.#session = this.#presence = false;
    this.#records = new Map();
    this.#texts = new Set();
    return changes;
  }
}
