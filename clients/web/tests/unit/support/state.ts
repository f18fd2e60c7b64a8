// Changes, entries and snapshots for tests.
import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import {
  type ChangeSchema,
  type EntrySchema,
  PutSchema,
  SnapshotSchema,
} from '../../../src/gen/rebond/v1/entry_pb';
import { ResumeMode } from '../../../src/gen/rebond/v1/frame_pb';
import { type KindName, recordKinds } from '../../../src/sync/record-kinds';
import type { ControlInit } from './socket';

export type ChangeInit = MessageInitShape<typeof ChangeSchema>;
export type EntryInit = MessageInitShape<typeof EntrySchema>;

export function putOf<K extends KindName>(
  kind: K,
  id: string,
  record: MessageInitShape<(typeof recordKinds)[K]['schema']>,
) {
  const { number, schema } = recordKinds[kind];
  return create(PutSchema, { kind: number, id, record: toBinary(schema, create(schema, record)) });
}

export function put<K extends KindName>(
  kind: K,
  id: string,
  record: MessageInitShape<(typeof recordKinds)[K]['schema']>,
): ChangeInit {
  return { change: { case: 'put', value: putOf(kind, id, record) } };
}

export function insert(text: string, run: string, characters: string): ChangeInit {
  const edit = { case: 'insert' as const, value: { run, characters, author: '12', device: 8 } };
  return { change: { case: 'text', value: { text, edit } } };
}

/** An entry that adds an idea with these words. */
export function cardEntry(seq: number, id: string, words: string): EntryInit {
  return { seq, changes: [put('card', id, { table: '3' }), insert(id, `${id}00`, words)] };
}

/** A snapshot with a card, as the server sends it: in chunks. */
export function snapshotControls(
  seq: number,
  cards: Record<string, string>,
  chunkBytes = 1_000,
): ControlInit[] {
  const bytes = toBinary(
    SnapshotSchema,
    create(SnapshotSchema, {
      seq,
      records: Object.keys(cards).map((id) => putOf('card', id, { table: '3' })),
      texts: Object.entries(cards).map(([id, characters]) => ({
        id,
        pieces: [{ run: `${id}00`, length: [...characters].length, characters }],
      })),
    }),
  );
  const chunks: ControlInit[] = [];
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    const data = bytes.slice(from, from + chunkBytes);
    chunks.push({ case: 'snapshotChunk', value: { data } });
  }
  return [
    { case: 'snapshotBegin', value: { seq, bytes: bytes.length } },
    ...chunks,
    { case: 'snapshotEnd', value: { seq } },
  ];
}

export const snapshotMode = { mode: ResumeMode.SNAPSHOT };
