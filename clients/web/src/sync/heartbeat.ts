// Notices a dead connection: asks every 5 s, and gives up after 10 s of silence.
//
// The timers of a hidden tab may run once a minute only. So silence counts only when something was
// asked and there was time to answer.
import type { Environment } from './api';

export const pingEveryMs = 5_000;
export const silenceMs = 10_000;
const answerMs = 4_000;

export class Heartbeat {
  readonly #environment: Environment;
  readonly #ping: () => void;
  readonly #silent: () => void;
  #cancel: (() => void) | undefined;
  #heardMs = 0;
  #pingedMs = 0;
  /** The first question since something was heard. */
  #askedMs: number | undefined;

  constructor(environment: Environment, ping: () => void, silent: () => void) {
    this.#environment = environment;
    this.#ping = ping;
    this.#silent = silent;
  }

  /** A connection begins; opening it is the first question. */
  start(): void {
    this.#heardMs = this.#pingedMs = this.#askedMs = this.#environment.monotonicMs();
    this.#schedule();
  }

  heard(): void {
    this.#heardMs = this.#environment.monotonicMs();
    this.#askedMs = undefined;
  }

  /** Asks now: the page is looked at again. */
  ask(): void {
    if (!this.#cancel) return;
    this.#pingedMs = this.#environment.monotonicMs();
    this.#askedMs ??= this.#pingedMs;
    this.#ping();
    this.#schedule();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #tick(): void {
    const now = this.#environment.monotonicMs();
    if (now >= this.#deadlineMs()) {
      this.stop();
      this.#silent();
    } else if (now >= this.#pingedMs + pingEveryMs) {
      this.ask();
    } else {
      this.#schedule();
    }
  }

  #deadlineMs(): number {
    if (this.#askedMs === undefined) return Infinity;
    return Math.max(this.#heardMs + silenceMs, this.#askedMs + answerMs);
  }

  #schedule(): void {
    this.#cancel?.();
    const next = Math.min(this.#pingedMs + pingEveryMs, this.#deadlineMs());
    const inMs = Math.max(0, next - this.#environment.monotonicMs());
    this.#cancel = this.#environment.after(inMs, () => this.#tick());
  }
}
