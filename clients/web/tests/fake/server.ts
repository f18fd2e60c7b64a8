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
import { type Wishes } from '../../src/gen/rebond/v1/method_command_pb';
import {
  ChangeSchema,
  EntrySchema,
  type Change,
  type Entry,
} from '../../src/gen/rebond/v1/entry_pb';
import { Role } from '../../src/gen/rebond/v1/kinds_pb';
import type { Records, KindName } from '../../src/sync/record-kinds';
import { recordKinds } from '../../src/sync/record-kinds';
import { type Edit, TextState } from '../../src/sync/text';
import { changesOf } from './decide';
import type { Who } from './recorder';

/** What only the person of the page is told. */
interface Mine {
  dots: Map<string, number>;
  drafts: Map<string, { draft: string; table: string; text: string }>;
  cards: string[];
  answers: readonly number[];
}

interface Before {
  kind: KindName;
  id: string;
  record: object | undefined;
}

export class FakeServer {
  readonly entries: Entry[] = [];
  readonly records = new Map<string, unknown>();
  readonly texts = new Map<string, TextState>();
  readonly names = new Map<string, string>();
  readonly wishes = new Map<string, Wishes>();
  readonly mine: Mine = { dots: new Map(), drafts: new Map(), cards: [], answers: [] };
  readonly listeners = new Set<(entry: Entry) => void>();
  #ids = 1000;
  /** What the last command has changed, and was before. */
  #undoable: Before[] = [];
  #noted: Before[] = [];

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

  text(id: string): TextState {
    return this.texts.get(id) ?? new TextState(id);
  }

  applyText(id: string, edit: Edit): void {
    const applied = this.text(id).apply(edit);
    if ('text' in applied) this.texts.set(id, applied.text);
  }

  put<K extends KindName>(kind: K, id: string, fields: Partial<Records[K]>): Change {
    const { schema, number } = recordKinds[kind];
    const before = this.get(kind, id) as object | undefined;
    this.#noted.push({ kind, id, record: before });
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

  /** False when nothing can be made of it. */
  command(bytes: Uint8Array, number: number, who: Who): boolean {
    const command: Command = fromBinary(CommandSchema, bytes);
    this.#noted = [];
    const changes = changesOf(this, command, who);
    if (!changes) return false;
    this.#undoable = command.kind.case === 'undo' ? [] : this.#noted;
    this.publish(changes, { device: who.device, command: number });
    return true;
  }

  /** What the last command put is as it was; what it made is withdrawn. */
  undo(): Change[] | undefined {
    const last = this.#undoable;
    if (last.length === 0) return undefined;
    return last.map(({ kind, id, record }) =>
      this.put(kind, id, (record ?? { withdrawn: true }) as never),
    );
  }

  /** The record of whoever opens a page of this role. */
  role(page: string): Role {
    const roles: Record<string, Role> = {
      screen: Role.SCREEN,
      facilitator: Role.FACILITATOR,
      print: Role.FACILITATOR,
      captain: Role.CAPTAIN,
      expert: Role.EXPERT,
      remote: Role.REMOTE,
    };
    return roles[page] ?? Role.PARTICIPANT;
  }
}
