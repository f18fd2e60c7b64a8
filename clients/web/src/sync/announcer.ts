// Tells the others what this person does: the latest value, at most every 100 ms (rule PR1).
import type { MyPresence } from './api';

const pauseMs = 100;
/** A command is usually settled at once; only those that stay are worth telling. */
const waitingPauseMs = 1_000;

export class Announcer {
  readonly #after: (ms: number, run: () => void) => () => void;
  readonly #send: (presence: MyPresence & { waiting: number }) => void;
  #mine: MyPresence = { writingAt: '0', handRaised: false };
  #waiting = 0;
  #told = '';
  #connected = false;
  #cancel: (() => void) | undefined;
  #soon = false;

  constructor(
    after: (ms: number, run: () => void) => () => void,
    send: (presence: MyPresence & { waiting: number }) => void,
  ) {
    this.#after = after;
    this.#send = send;
  }

  /** A connection is live; the server knows nothing of this device yet. */
  connected(): void {
    this.#connected = true;
    this.#told = JSON.stringify({ writingAt: '0', handRaised: false, waiting: 0 });
    this.#schedule(pauseMs);
  }

  disconnected(): void {
    this.#connected = false;
    this.#cancel?.();
    this.#cancel = undefined;
  }

  set(mine: MyPresence): void {
    this.#mine = { ...mine };
    this.#schedule(pauseMs);
  }

  /** So many commands wait on this device. */
  waiting(count: number): void {
    if (count === this.#waiting) return;
    this.#waiting = count;
    this.#schedule(waitingPauseMs);
  }

  #schedule(ms: number): void {
    const sooner = ms === pauseMs && !this.#soon;
    if (!this.#connected || (this.#cancel && !sooner)) return;
    this.#cancel?.();
    this.#soon = ms === pauseMs;
    this.#cancel = this.#after(ms, () => this.#tell());
  }

  #tell(): void {
    this.#cancel = undefined;
    this.#soon = false;
    const presence = { ...this.#mine, waiting: this.#waiting };
    const text = JSON.stringify(presence);
    if (text === this.#told) return;
    this.#told = text;
    this.#send(presence);
  }
}
