// Takes in a file of what waited on a device: each command once, however often a file is loaded.
import type { ImportOutcome, KeyValueStore } from './api';
import { madeIds } from './command-ids';
import { decoded } from './outbox-item';
import type { Outbox } from './outbox';
import type { Orphan, OutboxKeeper } from './outbox-keeper';
import type { CommandRow, DeviceRow } from './outbox-store';
import type { Replica } from './replica';
import { type FiledDevice, fingerprint, isPortable, readWaitingFile } from './waiting-file';

export interface ImportNeeds {
  cafe: string;
  outbox: Outbox;
  keeper: OutboxKeeper;
  replica: Replica;
  browserStore: KeyValueStore;
  /** Sends what a device has left, as that device. */
  empty: (orphan: Orphan) => void;
}

/** So many keys of loaded commands are remembered. */
const keysMax = 2_000;

export async function importWaiting(text: string, needs: ImportNeeds): Promise<ImportOutcome> {
  const file = readWaitingFile(text);
  if (!file) return { refused: 'no such file' };
  if (file.cafe !== needs.cafe) return { refused: 'another café' };
  let loaded = 0;
  let known = 0;
  for (const device of file.devices) {
    const taken = await takeIn(device, needs);
    loaded += taken;
    known += device.commands.length - taken;
  }
  return { loaded, known, drafts: file.drafts };
}

/** How many of its commands were not here yet. */
async function takeIn(device: FiledDevice, needs: ImportNeeds): Promise<number> {
  if (await needs.keeper.knows(device.key)) return 0;
  const [token = ''] = needs.outbox.tokens;
  if (device.link !== fingerprint(token)) return adopt(device, needs);
  const orphan = await needs.keeper.takeIn({
    device: rowOf(device, token),
    commands: device.commands,
  });
  if (!orphan) return 0;
  needs.empty(orphan);
  return device.commands.length;
}

/** By another link: the commands become this device's own. */
async function adopt({ epoch, commands }: FiledDevice, needs: ImportNeeds): Promise<number> {
  const memory = `rebond/loaded/${needs.cafe}`;
  const loaded = new Set((needs.browserStore.get(memory) ?? '').split(' '));
  const fresh = commands.filter(
    (command) => isPortable(command) && !loaded.has(command.key) && !arrived(command, needs),
  );
  for (const { key, bytes, sinceMs } of fresh) {
    const command = decoded(bytes);
    // In another history the entry that the device knew is another one.
    if (epoch !== needs.outbox.device.epoch) command.baseSeq = 0;
    await needs.outbox.take(command, sinceMs);
    loaded.add(key);
  }
  if (needs.outbox.durable) needs.browserStore.set(memory, [...loaded].slice(-keysMax).join(' '));
  return fresh.length;
}

/** The device that saved the file has sent it since. */
function arrived({ bytes }: CommandRow, { replica }: ImportNeeds): boolean {
  const { kind } = decoded(bytes);
  if (kind.case !== 'addCard' && kind.case !== 'addLine') return false;
  const record = kind.case === 'addCard' ? 'card' : 'synthesisLine';
  const [id] = madeIds(decoded(bytes));
  return id !== undefined && replica.all(record).has(id.first);
}

function rowOf(device: FiledDevice, token: string): DeviceRow {
  const { key, epoch, nextCounter, nextNumber, nextSerial } = device;
  const numbers = { device: device.number, nextCounter, nextNumber, nextSerial };
  return { key, link: '', token, joining: '', epoch, ...numbers, holder: '', leaseUntilMs: 0 };
}
