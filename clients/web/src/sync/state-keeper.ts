// Saves the café now and then while the page is open, and gives it back when it is loaded again.
import { CloseCode } from '../gen/rebond/v1/frame_pb';
import type { Connection, SessionOptions, Who } from './api';
import { toHex } from './bytes';
import type { Replica } from './replica';
import { SavedStates } from './saved-state';

const saveEveryMs = 2_000;
/** Saving a large café takes a slow tablet a while: it gets one part in so many of its time. */
const shareOfTime = 50;

interface Facts {
  /** Which history the replica is a copy of. */
  readonly epoch: string;
  readonly who: Who | undefined;
}

/** After these, what was seen is nobody's business on this device any more. */
const endings: readonly number[] = [
  CloseCode.UNAUTHENTICATED,
  CloseCode.NO_SUCH_CAFE,
  CloseCode.REMOVED,
  CloseCode.ENDED,
];

export class StateKeeper {
  readonly #options: SessionOptions;
  readonly #replica: Replica;
  readonly #states: SavedStates | undefined;
  #savedSeq = 0;
  #closed = false;
  #cancel: (() => void) | undefined;
  #facts: (() => Facts) | undefined;

  constructor(options: SessionOptions, replica: Replica, isCourier: boolean) {
    this.#options = options;
    this.#replica = replica;
    const link = `${options.cafe}/${toHex(options.token)}`;
    const keeps = !options.readsOnly && !isCourier;
    this.#states = keeps ? new SavedStates(options.environment, link) : undefined;
  }

  /** Loads the replica with what this browser saw last, and says so; unless it was closed. */
  async restore(restored: (epoch: string, who: Who) => void): Promise<void> {
    const saved = await this.#states?.load();
    if (!saved || this.#closed) return;
    this.#replica.load(saved.snapshot);
    this.#savedSeq = this.#replica.seq;
    restored(saved.epoch, saved.who);
  }

  /** The replica is up to date: from now on it is worth saving. */
  begin(facts: () => Facts): void {
    if (!this.#states || this.#facts) return;
    this.#facts = facts;
    this.#saveNowAndLater();
  }

  /** The link may have ended for good. */
  forgetWhenEnded(connection: Connection): void {
    if (connection.status !== 'ended' || !endings.includes(connection.code)) return;
    this.#stop();
    void this.#states?.forget();
  }

  /** The page goes away. */
  close(): void {
    this.#closed = true;
    this.#save();
    this.#stop();
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#facts = undefined;
  }

  #saveNowAndLater(): void {
    const { environment } = this.#options;
    const began = environment.monotonicMs();
    this.#save();
    const tookMs = environment.monotonicMs() - began;
    const delayMs = Math.max(saveEveryMs, shareOfTime * tookMs);
    this.#cancel = environment.after(delayMs, () => this.#saveNowAndLater());
  }

  #save(): void {
    const { epoch = '0', who } = this.#facts?.() ?? {};
    if (!who || epoch === '0' || this.#replica.seq === this.#savedSeq) return;
    this.#savedSeq = this.#replica.seq;
    void this.#states?.save({ epoch, who, snapshot: this.#replica.snapshot() });
  }
}
