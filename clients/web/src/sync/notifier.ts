// Calls listeners back: once a frame at most, or less often, with everything that changed since.
import type { Changes, Environment } from './api';

/** Between two calls on a page that people touch: their typing comes first. */
export const paceMs = 100;

export class Notifier {
  readonly #environment: Pick<Environment, 'onFrame' | 'after' | 'monotonicMs'>;
  readonly #paceMs: number;
  readonly #take: () => Changes;
  readonly #listeners = new Set<(changes: Changes) => void>();
  #calledMs = -Infinity;
  #cancel: (() => void) | undefined;

  /** Calls are at least `pace` ms apart; the first one after a quiet moment comes at once. */
  constructor(
    environment: Pick<Environment, 'onFrame' | 'after' | 'monotonicMs'>,
    pace: number,
    take: () => Changes,
  ) {
    this.#environment = environment;
    this.#paceMs = pace;
    this.#take = take;
  }

  subscribe(listener: (changes: Changes) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something has changed. Cheap. */
  wake(): void {
    if (this.#cancel) return;
    const waitMs = this.#calledMs + this.#paceMs - this.#environment.monotonicMs();
    if (waitMs <= 0) this.#callNextFrame();
    else this.#cancel = this.#environment.after(waitMs, () => this.#callNextFrame());
  }

  #callNextFrame(): void {
    this.#cancel = this.#environment.onFrame(() => {
      this.#calledMs = this.#environment.monotonicMs();
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
