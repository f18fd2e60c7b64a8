// What this device's waiting commands make of the confirmed state: a thin layer of changed records
// and texts above it. It is made anew, whole, whenever one of the two changes.
import type { Id, KindName, Records } from './api';
import type { ChangeCollector } from './changes';
import type { Item } from './outbox-item';
import { preview } from './preview';
import type { PreviewContext } from './preview-state';
import { kindNames } from './record-kinds';
import type { Replica } from './replica';
import { type Edit, TextState } from './text';

type PartMaps = { [K in KindName]: Map<Id, Records[K]> };

export class Overlay {
  readonly #replica: Replica;
  readonly #records = Object.fromEntries(kindNames.map((kind) => [kind, new Map()])) as PartMaps;
  readonly #texts = new Map<Id, TextState>();
  readonly #touched = new Set<Id>();
  readonly #runs = new Set<Id>();

  constructor(replica: Replica, waiting: readonly Item[], context: PreviewContext) {
    this.#replica = replica;
    for (const { command, sinceMs } of waiting) preview(command, sinceMs, this, context);
  }

  get<K extends KindName>(kind: K, id: Id): Records[K] | undefined {
    return this.#records[kind].get(id) ?? this.#replica.all(kind).get(id);
  }

  /** The confirmed ones too. */
  all<K extends KindName>(kind: K): ReadonlyMap<Id, Records[K]> {
    const changed = this.#records[kind];
    const confirmed = this.#replica.all(kind);
    return changed.size === 0 ? confirmed : new Map([...confirmed, ...changed]);
  }

  changed<K extends KindName>(kind: K): ReadonlyMap<Id, Records[K]> {
    return this.#records[kind];
  }

  text(id: Id): TextState {
    return this.#texts.get(id) ?? this.#replica.text(id) ?? new TextState(id);
  }

  isWaiting(id: Id): boolean {
    return this.#touched.has(id);
  }

  isWaitingRun(run: Id): boolean {
    return this.#runs.has(run);
  }

  put<K extends KindName>(kind: K, id: Id, record: Records[K]): void {
    this.#records[kind].set(id, record);
    this.#touched.add(id);
  }

  /** An edit that does not fit changes nothing: the server will say why. */
  edit(id: Id, edit: Edit): void {
    this.#touched.add(id);
    const applied = this.text(id).apply(edit);
    if ('refused' in applied) return;
    this.#texts.set(id, applied.text);
    if (edit.case === 'insert') this.#runs.add(edit.value.run);
  }

  /** Notes everything that this layer changes. */
  report(changes: ChangeCollector): void {
    for (const kind of kindNames) {
      for (const id of this.#records[kind].keys()) changes.record(kind, id);
    }
    for (const id of this.#texts.keys()) changes.text(id);
  }
}
