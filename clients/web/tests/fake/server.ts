// A café in the page's memory, for looking at the pages while they are made: no rules, no rights.
//
// It answers the same frames as the real server, so that everything above the socket is real.
import {
  create,
  fromBinary,
  toBinary,
  type DescMessage,
  type MessageShape,
} from '@bufbuild/protobuf';
import { CommandSchema, type Command } from '../../src/gen/rebond/v1/command_pb';
import {
  ChangeSchema,
  EntrySchema,
  type Change,
  type Entry,
} from '../../src/gen/rebond/v1/entry_pb';
import { Role } from '../../src/gen/rebond/v1/record_pb';
import type { Records, KindName } from '../../src/sync/record-kinds';
import { recordKinds } from '../../src/sync/record-kinds';
import { changesOf } from './decide';

export class FakeServer {
  readonly entries: Entry[] = [];
  readonly records = new Map<string, unknown>();
  readonly listeners = new Set<(entry: Entry) => void>();
  #ids = 1000;

  now(): number {
    return Date.now();
  }

  newId(): string {
    return String(++this.#ids);
  }

  get<K extends KindName>(kind: K, id: string): Records[K] | undefined {
    return this.records.get(`${kind} ${id}`) as Records[K] | undefined;
  }

  all<K extends KindName>(kind: K): [string, Records[K]][] {
    const prefix = `${kind} `;
    return [...this.records]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, record]) => [key.slice(prefix.length), record as Records[K]]);
  }

  put<K extends KindName>(kind: K, id: string, fields: Partial<Records[K]>): Change {
    const { schema, number } = recordKinds[kind];
    const before = (this.get(kind, id) ?? {}) as object;
    const record = create(schema as DescMessage, { ...before, ...fields } as never);
    this.records.set(`${kind} ${id}`, record);
    const bytes = toBinary(schema as DescMessage, record as MessageShape<DescMessage>);
    return create(ChangeSchema, {
      change: { case: 'put', value: { kind: number, id, record: bytes } },
    });
  }

  publish(changes: Change[], from: { device?: number; command?: number } = {}): void {
    const entry = create(EntrySchema, {
      seq: this.entries.length + 1,
      atMs: this.now(),
      device: from.device ?? 0,
      command: from.command ?? 0,
      changes,
    });
    this.entries.push(entry);
    for (const listener of this.listeners) listener(entry);
  }

  command(bytes: Uint8Array, number: number, who: { device: number; participant: string }): void {
    const command: Command = fromBinary(CommandSchema, bytes);
    this.publish(changesOf(this, command, who), { device: who.device, command: number });
  }

  /** The record of whoever opens a page of this role. */
  role(page: string): Role {
    const roles: Record<string, Role> = {
      screen: Role.SCREEN,
      facilitator: Role.FACILITATOR,
      captain: Role.CAPTAIN,
      expert: Role.EXPERT,
      remote: Role.REMOTE,
    };
    return roles[page] ?? Role.PARTICIPANT;
  }
}
