// Sends the outbox's commands while the connection is live: in order, a window at a time, and again
// where the server took nothing in (rules EO2 and EO6).
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { NumberedCommandSchema } from '../gen/rebond/v1/frame_pb';
import { RejectionCode } from '../gen/rebond/v1/result_pb';
import type { Item } from './outbox-item';

/** Most commands in one CommandBatch. */
const batchMax = 64;
/** What a frame needs beside its commands, and a command beside its bytes. */
const frameBytes = 64;
const commandBytes = 16;
/** When the server names no delay. */
const retryMs = 1_000;

export interface SenderNeeds {
  waiting(): readonly Item[];
  /** The numbers of commands that wait for the outcome of another one. */
  dependent(): ReadonlySet<number>;
  /** Most commands without an outcome. */
  window(): number;
  messageBytes(): number;
  send(commands: MessageInitShape<typeof NumberedCommandSchema>[]): void;
  after(ms: number, run: () => void): () => void;
}

export class Sender {
  readonly #needs: SenderNeeds;
  #open = false;
  /** Everything before this number was sent on this connection. */
  #next = 0;
  #resume: (() => void) | undefined;

  constructor(needs: SenderNeeds) {
    this.#needs = needs;
  }

  /** The connection is live: everything without an outcome is sent again. */
  open(): void {
    this.#open = true;
    this.#next = 0;
    this.#cancelPause();
    this.pump();
  }

  close(): void {
    this.#open = false;
    this.#cancelPause();
  }

  /** Sends what may be sent now. */
  pump(): void {
    if (!this.#open || this.#resume) return;
    for (let batch = this.#nextBatch(); batch.length > 0; batch = this.#nextBatch()) {
      this.#needs.send(batch.map(({ number, bytes }) => ({ number, command: bytes })));
      this.#next = (batch.at(-1)?.number ?? 0) + 1;
    }
  }

  /** The server took neither this command nor those after it; it wants them again later. */
  postpone(number: number, retryAfterMs: number): void {
    this.#next = Math.min(this.#next, number);
    this.#pause(retryAfterMs || retryMs);
  }

  /** A command came too early. What came before was postponed, or is lost: from the first again. */
  outOfOrder(): void {
    if (this.#resume) return;
    this.#next = 0;
    this.#pause(retryMs);
  }

  /** The reason for a pause is over. */
  unpause(): void {
    this.#cancelPause();
    this.pump();
  }

  #nextBatch(): Item[] {
    const waiting = this.#needs.waiting();
    const first = waiting[0]?.number ?? 0;
    const end = first + this.#needs.window();
    const dependent = this.#needs.dependent();
    const batch: Item[] = [];
    let bytes = frameBytes;
    for (const item of waiting) {
      if (item.number < this.#next) continue;
      bytes += item.bytes.length + commandBytes;
      const full =
        batch.length === batchMax || (batch.length > 0 && bytes > this.#needs.messageBytes());
      const held = dependent.has(item.number);
      if (full || held || !item.ready || item.number >= end) break;
      batch.push(item);
    }
    return batch;
  }

  #pause(ms: number): void {
    this.#cancelPause();
    this.#resume = this.#needs.after(ms, () => {
      this.#resume = undefined;
      this.pump();
    });
  }

  #cancelPause(): void {
    this.#resume?.();
    this.#resume = undefined;
  }
}

/** The server wants the command, with the same number, again later. */
export function consumesNothing(code: RejectionCode): boolean {
  return (
    code === RejectionCode.RATE_LIMITED ||
    code === RejectionCode.OVERLOADED ||
    code === RejectionCode.READ_ONLY
  );
}
