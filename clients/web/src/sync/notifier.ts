// Calls listeners back: once a frame at most, with everything that changed since.
import type { Changes } from './api';

export class Notifier {
  readonly #onFrame: (run: () => void) => () => void;
  readonly #take: () => Changes;
  readonly #listeners = new Set<(changes: Changes) => void>();
  #cancel: (() => void) | undefined;

  constructor(onFrame: (run: () => void) => () => void, take: () => Changes) {
    this.#onFrame = onFrame;
    this.#take = take;
  }

  subscribe(listener: (changes: Changes) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something has changed. Cheap. */
  wake(): void {
    this.#cancel ??= this.#onFrame(() => {
      // Taking may note more; that is part of this call.
      const changes = this.#take();
      this.#cancel = undefined;
      for (const listener of this.#listeners) listener(changes);
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#listeners.clear();
  }
}
