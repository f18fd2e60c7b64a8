// Café time on this device: the offset of the shortest round trip of a window (rule TM2).

const windowSize = 8;

interface Sample {
  roundTripMs: number;
  offsetMs: number;
}

export class CafeClock {
  readonly #monotonicMs: () => number;
  readonly #wallMs: () => number;
  #samples: Sample[] = [];

  constructor(environment: { monotonicMs(): number; wallMs(): number }) {
    this.#monotonicMs = () => environment.monotonicMs();
    this.#wallMs = () => environment.wallMs();
  }

  /** Another connection, perhaps to a server that was started again: what was measured is void. */
  restart(): void {
    this.#samples = [];
  }

  /** An answer to what was sent at `sentMs` of the monotonic clock has just come. */
  answered(sentMs: number, serverMs: number): void {
    const now = this.#monotonicMs();
    const offsetMs = serverMs - (sentMs + now) / 2;
    this.#samples = [...this.#samples, { roundTripMs: now - sentMs, offsetMs }].slice(-windowSize);
  }

  /** The device's own clock until something was measured. */
  nowMs(): number {
    if (this.#samples.length === 0) return this.#wallMs();
    const best = this.#samples.reduce((a, b) => (b.roundTripMs < a.roundTripMs ? b : a));
    return this.#monotonicMs() + best.offsetMs;
  }
}
