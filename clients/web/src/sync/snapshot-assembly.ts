// A snapshot on its way: chunks, put together and read at the end (rule CU3).
import { fromBinary } from '@bufbuild/protobuf';
import { type Snapshot, SnapshotSchema } from '../gen/rebond/v1/entry_pb';
import type { SnapshotBegin, SnapshotEnd } from '../gen/rebond/v1/frame_pb';

/** No café is so large: a message that says so is broken. */
const bytesMax = 256 * 1024 * 1024;

export class SnapshotAssembly {
  readonly #begin: SnapshotBegin;
  readonly #bytes: Uint8Array;
  #length = 0;

  constructor(begin: SnapshotBegin) {
    this.#begin = begin;
    this.#bytes = new Uint8Array(begin.bytes > bytesMax ? 0 : begin.bytes);
  }

  /** False when there is more than was announced. */
  add(chunk: Uint8Array): boolean {
    if (this.#length + chunk.length > this.#bytes.length) return false;
    this.#bytes.set(chunk, this.#length);
    this.#length += chunk.length;
    return true;
  }

  /** Undefined unless it is the whole snapshot that was announced, and can be read. */
  finish(end: SnapshotEnd): Snapshot | undefined {
    if (end.seq !== this.#begin.seq || this.#length !== this.#bytes.length) return undefined;
    try {
      const snapshot = fromBinary(SnapshotSchema, this.#bytes);
      return snapshot.seq === end.seq ? snapshot : undefined;
    } catch {
      return undefined;
    }
  }
}
