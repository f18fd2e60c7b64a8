// A command of the outbox: in memory, and as it is stored.
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { type Command, CommandSchema } from '../gen/rebond/v1/command_pb';
import type { Id, Outcome, RejectedCommand, WaitingCommand } from './api';
import type { CommandRow } from './outbox-store';

/** A command without an outcome. */
export interface Item extends WaitingCommand {
  readonly key: string;
  number: number;
  command: Command;
  bytes: Uint8Array;
  sinceMs: number;
  stored: boolean;
  /** Stored, or known to be impossible to store: may be sent. */
  ready: boolean;
  readonly outcome: Promise<Outcome>;
  readonly settle: (outcome: Outcome) => void;
}

export interface OutboxEvents {
  /** Something that a page shows has changed. */
  changed(): void;
  /** Another tab has taken this device over: open another outbox. Called once. */
  lost(): void;
  /** The waiting Join was accepted; `participant` is missing when Welcome tells it. */
  joined(personalToken: string, participant: Id | undefined): void;
  /** The outbox has become another device, which has to say Hello. */
  renewed(): void;
}

/** Not numbered, not encoded and not stored yet. */
export function newItem(key: string, command: Command, sinceMs: number): Item {
  const bytes = new Uint8Array();
  return { key, number: 0, command, bytes, sinceMs, stored: false, ready: false, ...deferred() };
}

export function itemOfRow(row: CommandRow): Item {
  const { key, number, bytes, sinceMs } = row;
  const command = decoded(bytes);
  return { key, number, command, bytes, sinceMs, stored: true, ready: true, ...deferred() };
}

export function waitingRow(owner: string, { key, number, bytes, sinceMs }: Item): CommandRow {
  return { key, owner, number, bytes, sinceMs };
}

export function rejectedRow(owner: string, rejected: RejectedCommand): CommandRow {
  const { key, command, sinceMs, code, field, remedy } = rejected;
  const bytes = toBinary(CommandSchema, command);
  return { key, owner, number: 0, bytes, sinceMs, rejection: { code, field, remedy } };
}

/** Bytes that a newer page wrote may not be readable; they can still be sent. */
export function decoded(bytes: Uint8Array): Command {
  try {
    return fromBinary(CommandSchema, bytes);
  } catch {
    return create(CommandSchema);
  }
}

function deferred(): Pick<Item, 'outcome' | 'settle'> {
  let settle: Item['settle'] = () => {};
  const outcome = new Promise<Outcome>((resolve) => (settle = resolve));
  return { outcome, settle };
}
