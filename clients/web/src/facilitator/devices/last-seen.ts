// Devices that were here since the page was opened, also those that are gone.
import type { CafeState } from '../../state/cafe.svelte';
import type { PresenceEntry } from '../../sync/api';

export interface DeviceSeen {
  readonly key: string;
  readonly entry: PresenceEntry;
  readonly here: boolean;
  /** Café time. */
  readonly seenAtMs: number;
}

/** One for each device that writes; roles that only read are one a connection. */
function keyOf(entry: PresenceEntry): string {
  return entry.device > 0 ? `d${entry.device}` : `c${entry.connection}`;
}

const known = new WeakMap<object, Map<string, DeviceSeen>>();

/** To be read in an effect or a derived value; remembers what was here while the page is open. */
export function devicesSeen(cafe: CafeState): readonly DeviceSeen[] {
  const memory = known.get(cafe.session) ?? new Map<string, DeviceSeen>();
  known.set(cafe.session, memory);
  const now = cafe.session.serverNow();
  const present = new Set<string>();
  for (const entry of cafe.source.presence.values()) {
    if (!entry.present || entry.device === cafe.who?.device) continue;
    present.add(keyOf(entry));
    memory.set(keyOf(entry), { key: keyOf(entry), entry, here: true, seenAtMs: now });
  }
  for (const [key, seen] of memory) {
    if (seen.here && !present.has(key)) memory.set(key, { ...seen, here: false });
  }
  return [...memory.values()].sort(
    (a, b) => a.entry.role - b.entry.role || a.key.localeCompare(b.key, 'en', { numeric: true }),
  );
}
