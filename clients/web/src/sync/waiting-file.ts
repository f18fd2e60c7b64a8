// What waits on a device, as a file that another device, or another address, can load.
//
// A device goes whole, with its key: whoever loads it with the same link goes on as that device,
// and the server applies no number twice (EO1). Tokens are not in the file, only what tells them apart.
import { create, toBinary } from '@bufbuild/protobuf';
import { sha256 } from '@noble/hashes/sha2.js';
import { CommandSchema } from '../gen/rebond/v1/command_pb';
import type { Id, TypedDraft } from './api';
import { fromHex, toHex } from './bytes';
import { wordsOf } from './compose';
import { decoded, type Item } from './outbox-item';
import type { Outbox } from './outbox';
import type { CommandRow } from './outbox-store';

export interface FiledDevice {
  key: string;
  epoch: string;
  number: number;
  nextCounter: number;
  nextNumber: number;
  nextSerial: number;
  /** The hash of the token that it connects with. */
  link: string;
  commands: CommandRow[];
}

export interface WaitingFile {
  cafe: string;
  table: Id;
  devices: FiledDevice[];
  drafts: TypedDraft[];
}

/** Tells tokens apart, and does not tell the token. */
export function fingerprint(token: string): string {
  return toHex(sha256(new TextEncoder().encode(`rebond waiting ${token}`))).slice(0, 32);
}

export function writeWaitingFile(
  { cafe, table, savedAtMs }: { cafe: string; table: Id; savedAtMs: number },
  outboxes: readonly Outbox[],
  drafts: readonly TypedDraft[],
): string {
  const devices = outboxes
    .filter((outbox) => outbox.waiting.length > 0)
    .map(({ device, tokens, waiting }) => ({
      key: device.key,
      epoch: device.epoch,
      number: device.device,
      nextCounter: device.nextCounter,
      nextNumber: device.nextNumber,
      nextSerial: device.nextSerial,
      link: fingerprint(tokens[0] ?? ''),
      commands: waiting.map(written),
    }));
  const savedAt = new Date(savedAtMs).toISOString();
  const file = { rebond: 'waiting', version: 1, cafe, table, savedAt, devices, drafts };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

/** Undefined for what is no such file. */
export function readWaitingFile(text: string): WaitingFile | undefined {
  try {
    const file = JSON.parse(text) as Record<string, unknown>;
    if (file['rebond'] !== 'waiting' || file['version'] !== 1) return undefined;
    return {
      cafe: words(file['cafe']),
      table: words(file['table']),
      devices: list(file['devices']).map(readDevice),
      drafts: list(file['drafts']).map((each) => ({
        name: words(each['name']),
        text: words(each['text']),
      })),
    };
  } catch {
    return undefined;
  }
}

/** With its words, for people who open the file; what counts are the bytes. */
function written({ key, number, sinceMs, command, bytes }: Item) {
  const { kind } = command;
  const marks = kind.case === 'addCard' ? kind.value.marks : undefined;
  const { unconventional, question, unanimous, tags } = marks ?? {};
  return {
    key,
    number,
    sinceMs,
    kind: kind.case,
    words: wordsOf(command),
    ...(marks && { unconventional, question, unanimous, tags }),
    bytes: toHex(holdsToken(kind.case) ? toBinary(CommandSchema, create(CommandSchema)) : bytes),
  };
}

/** A token is nobody's business: the command goes without it, and the server will refuse it. */
function holdsToken(kind: string | undefined): boolean {
  return kind === 'join' || kind === 'giveAccess';
}

function readDevice(device: Record<string, unknown>): FiledDevice {
  const key = words(device['key']);
  if (fromHex(key)?.length !== 16) throw new Error('no device key');
  return {
    key,
    epoch: words(device['epoch']),
    number: count(device['number']),
    nextCounter: count(device['nextCounter']),
    nextNumber: count(device['nextNumber']),
    nextSerial: count(device['nextSerial']),
    link: words(device['link']),
    commands: list(device['commands']).map((each) => ({
      key: words(each['key']),
      owner: key,
      number: count(each['number']),
      sinceMs: Number(each['sinceMs']),
      bytes: fromHex(words(each['bytes'])) ?? new Uint8Array(),
    })),
  };
}

/** Whether a command can be given by another device under other ids. */
export function isPortable({ bytes }: CommandRow): boolean {
  return decoded(bytes).kind.case !== undefined;
}

function list(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) throw new Error('no list');
  return value as Record<string, unknown>[];
}

function words(value: unknown): string {
  if (typeof value !== 'string') throw new Error('no text');
  return value;
}

function count(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new Error('no number');
  return value as number;
}
