// Which stored device a tab takes when it opens: its own, an orphan, or a new one.
//
// A tab holds its device by a lease, because a page on plain http has no navigator.locks. Its mark
// in the tab's own storage finds the device again after a reload. A duplicated tab has a copy of
// that mark; it is told apart by `left`, which only a page that went away has written.
import { toHex } from './bytes';
import type { DeviceRow, Holding, OutboxStore } from './outbox-store';

/** Longer than the minute at which browsers let the timers of a hidden tab run. */
export const leaseMs = 90_000;

export interface TabMark {
  key: string;
  holder: string;
  /** The page that wrote the mark has gone away. */
  left: boolean;
}

export interface Claimant {
  link: string;
  /** How the links of the same café begin. */
  links: string;
  token: string;
  /** Names this page while it is open. */
  holder: string;
  mark: TabMark | undefined;
  wallMs: number;
  /** The page that holds the device has gone away, even if its lease says otherwise. */
  hasLeft(device: DeviceRow): boolean;
  randomBytes(count: number): Uint8Array;
}

/** The device that this page uses from now on, with what it has not got rid of. */
export async function claimDevice(store: OutboxStore, claimant: Claimant): Promise<Holding> {
  const choose = (stored: readonly Holding[]): DeviceRow =>
    held(ownDevice(stored, claimant) ?? orphan(stored, claimant) ?? newDevice(claimant), claimant);
  return (await store.claim(claimant.link, choose)) as Holding;
}

/**
 * An orphan that has something to send, for a page that has a device already; also of another link
 * of the café, such as that of the table at which the tablet was before.
 */
export async function claimOrphan(
  store: OutboxStore,
  claimant: Claimant,
  suspects: ReadonlyMap<string, number>,
): Promise<Holding | undefined> {
  return store.claim(claimant.links, (stored) => {
    // A device that woke up late may renew its lease yet: only one that did not, since the last
    // look, is an orphan. A page of another link that has gone away comes back as little: the
    // tablet was handed on.
    const still = stored.filter(
      ({ device }) =>
        suspects.get(device.key) === device.leaseUntilMs || isHandedOn(device, claimant),
    );
    const found = orphan(still.filter(hasSomethingToSend), claimant);
    return found && held(found, claimant);
  });
}

/** The devices whose lease is over, with the lease's end: suspects for the next look. */
export async function findSuspects(
  store: OutboxStore,
  claimant: Claimant,
): Promise<Map<string, number>> {
  const suspects = new Map<string, number>();
  await store.claim(claimant.links, (stored) => {
    for (const holding of stored) {
      if (isFree(holding.device, claimant) && hasSomethingToSend(holding)) {
        suspects.set(holding.device.key, holding.device.leaseUntilMs);
      }
    }
    return undefined;
  });
  return suspects;
}

export function newDevice({ link, token, holder, randomBytes }: Claimant): DeviceRow {
  return {
    key: toHex(randomBytes(16)),
    link,
    token,
    joining: '',
    epoch: '',
    device: 0,
    nextCounter: 1,
    nextNumber: 1,
    nextSerial: 1,
    holder,
    leaseUntilMs: 0,
  };
}

function ownDevice(stored: readonly Holding[], { mark }: Claimant): DeviceRow | undefined {
  if (!mark?.left) return undefined;
  return stored.find(({ device }) => device.key === mark.key && device.holder === mark.holder)
    ?.device;
}

function orphan(stored: readonly Holding[], claimant: Claimant): DeviceRow | undefined {
  const orphans = stored.filter(({ device }) => isFree(device, claimant));
  return (orphans.find(hasSomethingToSend) ?? orphans[0])?.device;
}

function isHandedOn(device: DeviceRow, { link, hasLeft }: Claimant): boolean {
  return device.link !== link && (device.leaseUntilMs === 0 || hasLeft(device));
}

/** A lease that ends later than a lease can is from before the clock was set back. */
function isFree(device: DeviceRow, { wallMs, hasLeft }: Claimant): boolean {
  const { leaseUntilMs } = device;
  return leaseUntilMs <= wallMs || leaseUntilMs > wallMs + leaseMs || hasLeft(device);
}

function hasSomethingToSend({ commands }: Holding): boolean {
  return commands.some((command) => !command.rejection);
}

function held(device: DeviceRow, { holder, wallMs }: Claimant): DeviceRow {
  return { ...device, holder, leaseUntilMs: wallMs + leaseMs };
}
