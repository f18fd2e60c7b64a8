// What a preview reads and changes, and how it makes and changes records.
import { create, type MessageInitShape } from '@bufbuild/protobuf';
import type { Role } from '../gen/rebond/v1/kinds_pb';
import type { Id, KindName, Records } from './api';
import { recordKinds } from './record-kinds';
import type { Edit, TextState } from './text';

/** Who gives the commands. */
export interface PreviewContext {
  participant: Id;
  device: number;
  role: Role;
}

/** The state that a preview reads and changes. */
export interface PreviewState {
  get<K extends KindName>(kind: K, id: Id): Records[K] | undefined;
  /** All records of a kind. */
  all<K extends KindName>(kind: K): ReadonlyMap<Id, Records[K]>;
  text(id: Id): TextState;
  put<K extends KindName>(kind: K, id: Id, record: Records[K]): void;
  edit(id: Id, edit: Edit): void;
}

export function add<K extends KindName>(
  state: PreviewState,
  kind: K,
  id: Id,
  record: MessageInitShape<(typeof recordKinds)[K]['schema']>,
): void {
  state.put(kind, id, create(recordKinds[kind].schema, record) as unknown as Records[K]);
}

/** Nothing where there is no such record. */
export function change<K extends KindName>(
  state: PreviewState,
  kind: K,
  id: Id,
  fields: Partial<Records[K]>,
): void {
  const record = state.get(kind, id);
  if (record) state.put(kind, id, { ...record, ...fields });
}

type Present<T> = {
  [Key in Exclude<keyof T, '$typeName' | '$unknown'>]?: Exclude<T[Key], undefined>;
};

/** The fields of a command that are there. */
export function present<T extends object>(command: T): Present<T> {
  const given = Object.entries(command).filter(
    ([key, value]) => value !== undefined && !key.startsWith('$'),
  );
  return Object.fromEntries(given) as Present<T>;
}
