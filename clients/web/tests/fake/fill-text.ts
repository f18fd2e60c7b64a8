// Words of the fake café's records.
import { create } from '@bufbuild/protobuf';
import { type Change, ChangeSchema } from '../../src/gen/rebond/v1/entry_pb';
import type { FakeServer } from './server';

export function insert(server: FakeServer, text: string, characters: string): Change {
  const atMs = server.now();
  const value = { run: server.newId(), characters, author: '0', device: 3, atMs };
  server.applyText(text, { case: 'insert', value });
  return create(ChangeSchema, {
    change: { case: 'text', value: { text, edit: { case: 'insert', value } } },
  });
}
