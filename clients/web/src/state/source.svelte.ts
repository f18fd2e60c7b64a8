// The session's replica as signals: what is read is noted, and read again when it has changed.
import type { Changes, Id, KindName, Records, Session } from '../sync/api';
import { kindNames } from '../sync/record-kinds';

/** A record with its id. */
export type WithId<T> = T & { readonly id: Id };

export class Source {
  readonly session: Session;
  readonly #versions = $state(
    Object.fromEntries(kindNames.map((kind) => [kind, 0])) as Record<KindName, number>,
  );
  #texts = $state(0);
  #session = $state(0);
  #presence = $state(0);

  constructor(session: Session) {
    this.session = session;
    session.subscribe((changes) => this.#note(changes));
  }

  /** All records of a kind, by id. */
  all<K extends KindName>(kind: K): ReadonlyMap<Id, Records[K]> {
    void this.#versions[kind];
    return this.session.replica.all(kind);
  }

  get<K extends KindName>(kind: K, id: Id): Records[K] | undefined {
    return this.all(kind).get(id);
  }

  /** All records of a kind, with their ids. */
  list<K extends KindName>(kind: K): WithId<Records[K]>[] {
    return [...this.all(kind)].map(([id, record]) => ({ ...record, id }));
  }

  /** The words that belong to a record. */
  text(id: Id): string {
    void this.#texts;
    return this.session.replica.text(id).visible;
  }

  /** Whether something of this device that concerns the record is not confirmed yet. */
  isWaiting(id: Id): boolean {
    void this.#session;
    return this.session.replica.isWaiting(id);
  }

  /** What `read` takes from the session itself. */
  part<T>(read: (session: Session) => T): T {
    void this.#session;
    return read(this.session);
  }

  get presence(): Session['presence'] {
    void this.#presence;
    return this.session.presence;
  }

  /** For whoever reads texts or waiting marks of the replica by itself. */
  noteTexts(): void {
    void this.#texts;
    void this.#session;
  }

  #note(changes: Changes): void {
    if (changes.everything) {
      for (const kind of kindNames) this.#versions[kind] += 1;
      this.#texts += 1;
    }
    for (const kind of changes.records.keys()) this.#versions[kind] += 1;
    if (changes.texts.size > 0) this.#texts += 1;
    if (changes.session) this.#session += 1;
    if (changes.presence) this.#presence += 1;
  }
}
