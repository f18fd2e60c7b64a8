// This client's copy of the confirmed state of a café: it applies entries, nothing else.
import {
  create,
  type DescMessage,
  fromBinary,
  type MessageShape,
  toBinary,
} from '@bufbuild/protobuf';
import type { RecordRef } from '../gen/rebond/v1/kinds_pb';
import {
  type Change,
  type Entry,
  type Put,
  type Snapshot,
  SnapshotSchema,
} from '../gen/rebond/v1/entry_pb';
import { PieceSchema, type TextEdit } from '../gen/rebond/v1/text_pb';
import type { ChangeCollector } from './changes';
import { DigestSum, recordTerm, textTerm } from './digest';
import { type KindName, kindNames, kindOfNumber, recordKinds, type Records } from './record-kinds';
import { TextState } from './text';

export type Applied =
  | 'applied'
  /** Applied before: ignored. */
  | 'old'
  /** An entry is missing before this one: nothing has changed. */
  | 'gap'
  /** A change that this client does not know (CU8): the page must be loaded again. */
  | 'unknown'
  /** A change that does not fit: this copy is broken and must be replaced by a snapshot. */
  | 'broken';

/** A change, or an edit of a text, whose case a newer server has added. */
function isUnknown({ change }: Change): boolean {
  return change.case === undefined || (change.case === 'text' && change.value.edit.case === undefined);
}

type RecordMaps = { [K in KindName]: Map<string, Records[K]> };

export class Replica {
  #seq = 0;
  #atMs = 0;
  #records = emptyMaps();
  #texts = new Map<string, TextState>();
  #digest = new DigestSum();
  readonly #changes: ChangeCollector;

  constructor(changes: ChangeCollector) {
    this.#changes = changes;
  }

  get seq(): number {
    return this.#seq;
  }

  get atMs(): number {
    return this.#atMs;
  }

  all<K extends KindName>(kind: K): ReadonlyMap<string, Records[K]> {
    return this.#records[kind];
  }

  /** Undefined when nothing was ever written. */
  text(id: string): TextState | undefined {
    return this.#texts.get(id);
  }

  digestHex(): string {
    return this.#digest.hex();
  }

  apply(entry: Entry): Applied {
    if (entry.seq <= this.#seq) return 'old';
    if (entry.seq !== this.#seq + 1) return 'gap';
    if (entry.changes.some(isUnknown)) return 'unknown';
    for (const change of entry.changes) {
      if (!this.#change(change)) return 'broken';
    }
    this.#seq = entry.seq;
    this.#atMs = entry.atMs;
    return 'applied';
  }

  /** Becomes what the snapshot holds. */
  load(snapshot: Snapshot): void {
    this.#seq = snapshot.seq;
    this.#atMs = snapshot.atMs;
    this.#records = emptyMaps();
    this.#texts = new Map();
    this.#digest = new DigestSum();
    for (const put of snapshot.records) this.#put(put);
    for (const text of snapshot.texts) this.#setText(new TextState(text.id, text.pieces));
    this.#changes.everything();
  }

  /** What load() takes; records of kinds that are newer than this client are not in it. */
  snapshot(): Snapshot {
    const records = kindNames.flatMap((name) => {
      const { number, schema } = recordKinds[name];
      return [...this.#records[name]].map(([id, record]) => ({
        kind: number,
        id,
        record: toBinary(schema as DescMessage, record as MessageShape<DescMessage>),
      }));
    });
    const texts = [...this.#texts.values()].map(({ id, pieces }) => ({
      id,
      pieces: pieces.map((piece) => create(PieceSchema, piece)),
    }));
    return create(SnapshotSchema, { seq: this.#seq, atMs: this.#atMs, records, texts });
  }

  #change({ change }: Change): boolean {
    switch (change.case) {
      case 'put':
        return this.#put(change.value);
      case 'remove':
        this.#remove(change.value);
        return true;
      case 'text':
        return this.#edit(change.value);
      default:
        return false;
    }
  }

  /** A record of a kind that is newer than this client counts in the digest and is not shown. */
  #put({ kind, id, record }: Put): boolean {
    const name = kindOfNumber(kind);
    if (name && !this.#show(name, id, record)) return false;
    this.#digest.changed(`${kind}/${id}`, () => recordTerm(kind, id, record));
    return true;
  }

  #show<K extends KindName>(name: K, id: string, bytes: Uint8Array): boolean {
    try {
      const record = fromBinary(recordKinds[name].schema, bytes) as Records[K];
      this.#records[name].set(id, record);
    } catch {
      return false;
    }
    this.#changes.record(name, id);
    return true;
  }

  #remove({ kind, id }: RecordRef): void {
    const name = kindOfNumber(kind);
    if (name && this.#records[name].delete(id)) this.#changes.record(name, id);
    this.#digest.changed(`${kind}/${id}`, () => 0n);
  }

  #edit({ text: id, edit }: TextEdit): boolean {
    const applied = (this.#texts.get(id) ?? new TextState(id)).apply(edit);
    if ('refused' in applied) return false;
    this.#setText(applied.text);
    return true;
  }

  #setText(text: TextState): void {
    this.#texts.set(text.id, text);
    this.#digest.changed(`text/${text.id}`, () => textTerm(text.id, text.pieces));
    this.#changes.text(text.id);
  }
}

function emptyMaps(): RecordMaps {
  return Object.fromEntries(kindNames.map((name) => [name, new Map()])) as RecordMaps;
}
