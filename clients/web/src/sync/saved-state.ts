// The café as this browser saw it last: so that a page that is loaded while the server is away
// shows what there was, marked as old, and people can go on writing.
//
// A copy of the public state and of who this session is; no name and no code. It is forgotten after
// a day, and when the link ends.
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { type Snapshot, SnapshotSchema } from '../gen/rebond/v1/entry_pb';
import type { Environment, Who } from './api';

export interface SavedState {
  epoch: string;
  snapshot: Snapshot;
  who: Who;
}

interface Row {
  /** The café and the link's token, as in the outbox. */
  link: string;
  savedAtMs: number;
  epoch: string;
  bytes: Uint8Array;
  who: Who;
}

const database = 'rebond-state';
const bytesMax = 2 * 1024 * 1024;
const keptMs = 24 * 3_600_000;
/** A browser that does not answer by then has nothing to show. */
const openWithinMs = 1_000;

export class SavedStates {
  readonly #environment: Environment;
  readonly #link: string;
  #db: Promise<IDBDatabase> | undefined;

  constructor(environment: Environment, link: string) {
    this.#environment = environment;
    this.#link = link;
  }

  /** Never rejects. Undefined when nothing was saved, or it is too old. */
  async load(): Promise<SavedState | undefined> {
    const late = new Promise<undefined>((resolve) => {
      this.#environment.after(openWithinMs, () => resolve(undefined));
    });
    try {
      const row = await Promise.race([this.#read(), late]);
      if (!row) return undefined;
      const snapshot = fromBinary(SnapshotSchema, row.bytes);
      return { epoch: row.epoch, snapshot, who: row.who };
    } catch {
      return undefined;
    }
  }

  /** What is too large, or cannot be kept, is not. */
  async save({ epoch, snapshot, who }: SavedState): Promise<void> {
    const bytes = toBinary(SnapshotSchema, snapshot);
    if (bytes.length > bytesMax) return;
    const savedAtMs = this.#environment.wallMs();
    // The code opens the café to others: it is asked for anew.
    const row: Row = { link: this.#link, savedAtMs, epoch, bytes, who: { ...who, joinCode: '' } };
    await this.#attempt((states) => states.put(row));
  }

  async forget(): Promise<void> {
    await this.#attempt((states) => states.delete(this.#link));
  }

  async #read(): Promise<Row | undefined> {
    const db = await this.#open();
    const states = db.transaction('states', 'readwrite').objectStore('states');
    const rows = await done<Row[]>(states.getAll());
    const now = this.#environment.wallMs();
    const old = rows.filter(({ savedAtMs }) => Math.abs(now - savedAtMs) > keptMs);
    for (const { link } of old) states.delete(link);
    return rows.find((row) => row.link === this.#link && !old.includes(row));
  }

  async #attempt(change: (states: IDBObjectStore) => void): Promise<void> {
    try {
      const db = await this.#open();
      change(db.transaction('states', 'readwrite').objectStore('states'));
    } catch {
      // A browser that keeps nothing: the page shows the café as soon as the server answers.
    }
  }

  #open(): Promise<IDBDatabase> {
    this.#db ??= this.#opened();
    return this.#db;
  }

  async #opened(): Promise<IDBDatabase> {
    const { indexedDB } = this.#environment;
    if (!indexedDB) throw new Error('nothing is kept');
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('states', { keyPath: 'link' });
    };
    const db = await done(request);
    db.onversionchange = () => db.close();
    return db;
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
