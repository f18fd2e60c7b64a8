// Turns what a command will probably do (src/sync/preview) into what the fake café did.
import { create } from '@bufbuild/protobuf';
import type { Command } from '../../src/gen/rebond/v1/command_pb';
import { type Change, ChangeSchema } from '../../src/gen/rebond/v1/entry_pb';
import { Role } from '../../src/gen/rebond/v1/kinds_pb';
import { preview } from '../../src/sync/preview';
import type { PreviewState } from '../../src/sync/preview-state';
import type { KindName, Records } from '../../src/sync/record-kinds';
import type { Edit, TextState } from '../../src/sync/text';
import type { FakeServer } from './server';

export interface Who {
  device: number;
  participant: string;
  role?: Role;
}

export class Recorder implements PreviewState {
  readonly changes: Change[] = [];
  readonly #server: FakeServer;
  readonly #who: Who;

  constructor(server: FakeServer, who: Who) {
    this.#server = server;
    this.#who = who;
  }

  get<K extends KindName>(kind: K, id: string): Records[K] | undefined {
    return this.#server.get(kind, id);
  }

  all<K extends KindName>(kind: K): ReadonlyMap<string, Records[K]> {
    return new Map(this.#server.all(kind));
  }

  text(id: string): TextState {
    return this.#server.text(id);
  }

  put<K extends KindName>(kind: K, id: string, record: Records[K]): void {
    this.changes.push(this.#server.put(kind, id, record));
  }

  edit(id: string, edit: Edit): void {
    if (edit.case === undefined) return;
    const stamp = {
      author: this.#who.participant,
      device: this.#who.device,
      atMs: this.#server.now(),
    };
    const stamped = edit.case === 'insert' ? { ...edit.value, ...stamp } : edit.value;
    const made = { case: edit.case, value: stamped } as Edit;
    this.#server.applyText(id, made);
    this.changes.push(
      create(ChangeSchema, {
        change: { case: 'text', value: { text: id, edit: made as never } },
      }),
    );
  }
}

export function recorded(server: FakeServer, command: Command, who: Who): Change[] {
  const recorder = new Recorder(server, who);
  preview(command, server.now(), recorder, { ...who, role: who.role ?? Role.CAPTAIN });
  return recorder.changes;
}
