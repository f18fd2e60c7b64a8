// The sum by which two copies of a café are known to be equal (rules DG1 to DG3).
//
// SHA-256 comes from @noble/hashes: a page on plain http has no crypto.subtle.
import { sha256 } from '@noble/hashes/sha2.js';
import { ByteWriter } from './bytes';
import type { PieceOfText } from './text';

const modulus = 1n << 128n;
const utf8 = new TextEncoder();

/** The term of one record. */
export function recordTerm(kind: number, id: string, record: Uint8Array): bigint {
  return term(new ByteWriter().u8(1).u32(kind).u64(id).raw(record).bytes());
}

/** The term of one text; 0 when it has no piece. */
export function textTerm(id: string, pieces: readonly PieceOfText[]): bigint {
  if (pieces.length === 0) return 0n;
  const bytes = new ByteWriter().u8(2).u64(id);
  for (const piece of pieces) {
    const characters = utf8.encode(piece.characters);
    bytes
      .u64(piece.run)
      .u32(piece.from)
      .u32(piece.length)
      .u8((piece.hidden ? 1 : 0) | (piece.folded ? 2 : 0))
      .u64(piece.author)
      .u32(piece.device)
      .f64(piece.atMs)
      .u32(characters.length)
      .raw(characters);
  }
  return term(bytes.bytes());
}

/**
 * The sum of the terms of things that change.
 *
 * A change costs nothing until the sum is asked for; then each thing that changed is hashed once,
 * however often it changed.
 */
export class DigestSum {
  #sum = 0n;
  readonly #terms = new Map<string, bigint>();
  readonly #stale = new Map<string, () => bigint>();

  /** The thing named `key` has changed; `term` is called when the sum is asked for. */
  changed(key: string, term: () => bigint): void {
    this.#stale.set(key, term);
  }

  value(): bigint {
    for (const [key, term] of this.#stale) {
      const next = term();
      this.#sum = (this.#sum + modulus - (this.#terms.get(key) ?? 0n) + next) % modulus;
      if (next === 0n) this.#terms.delete(key);
      else this.#terms.set(key, next);
    }
    this.#stale.clear();
    return this.#sum;
  }

  /** 32 lower-case hexadecimal digits (DG5). */
  hex(): string {
    return this.value().toString(16).padStart(32, '0');
  }
}

function term(bytes: Uint8Array): bigint {
  const hash = sha256(bytes);
  const view = new DataView(hash.buffer, hash.byteOffset);
  return (view.getBigUint64(0) << 64n) | view.getBigUint64(8);
}
