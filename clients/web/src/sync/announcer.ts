// Tells the others what this person does: the latest value, at most every 100 ms (rule PR1).
import type { MyPresence } from './api';

const pauseMs = 100;
/** A command is usually settled at once; only those that stay are worth telling. */
const waitingPauseMs = 1_000;

const nothing: Required<MyPresence> = { writingAt: '0', handRaised: false, asksMinute: false };

/** What is told of this person and device. */
type Announcement = Required<MyPresence> & { waiting: number; batteryPercent: number };

export class Announcer {
  readonly #after: (ms: number, run: () => void) => () => void;
  readonly #send: (presence: Announcement) => void;
  #mine: Required<MyPresence> = nothing;
  #waiting = 0;
  #batteryPercent = 0;
  #told = '';
  #connected = false;
  #cancel: (() => void) | undefined;
  #soon = false;

  constructor(
    after: (ms: number, run: () => void) => () => void,
    send: (presence: Announcement) => void,
  ) {
    this.#after = after;
    this.#send = send;
  }

  /** A connection is live; the server knows nothing of this device yet. */
  connected(): void {
    this.#connected = true;
    this.#told = JSON.stringify({ ...nothing, waiting: 0, batteryPercent: 0 });
    this.#schedule(pauseMs);
  }

  disconnected(): void {
    this.#connected = false;
    this.#cancel?.();
    this.#cancel = undefined;
  }

  set(mine: MyPresence): void {
    this.#mine = { ...nothing, ...mine };
    this.#schedule(pauseMs);
  }

  /** 1 to 100. */
  battery(percent: number): void {
    if (percent === this.#batteryPercent) return;
    this.#batteryPercent = percent;
    this.#schedule(waitingPauseMs);
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
    const presence = {
      ...this.#mine,
      waiting: this.#waiting,
      batteryPercent: this.#batteryPercent,
    };
    const text = JSON.stringify(presence);
    if (text === this.#told) return;
    this.#told = text;
    this.#send(presence);
  }
}
