// How long to wait before the next attempt: a whole hall reconnects when the access point restarts,
// so each device waits a random part of a growing time.

const firstMs = 500;
const factor = 1.5;
const longestMs = 30_000;

export class Backoff {
  readonly #randomBytes: (count: number) => Uint8Array;
  #ceilingMs = firstMs;

  constructor(randomBytes: (count: number) => Uint8Array) {
    this.#randomBytes = randomBytes;
  }

  /** The wait after one more failure: full jitter. */
  nextMs(): number {
    const [high = 0, low = 0] = this.#randomBytes(2);
    const delay = (this.#ceilingMs * (high * 256 + low)) / 65_536;
    this.#ceilingMs = Math.min(longestMs, this.#ceilingMs * factor);
    return Math.round(delay);
  }

  /** An attempt succeeded. */
  reset(): void {
    this.#ceilingMs = firstMs;
  }
}
