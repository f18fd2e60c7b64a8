// Who is here: one entry for each person, however many devices they use.
import type { PresenceEntry } from '../sync/api';

export function personHere(entries: Iterable<PresenceEntry>): readonly PresenceEntry[] {
  const people = new Map<string, PresenceEntry>();
  for (const entry of entries) {
    if (!entry.present) continue;
    const key = entry.participant !== '0' ? `p${entry.participant}` : `c${entry.connection}`;
    const known = people.get(key);
    // Of two devices of one person, the one where something happens says more.
    if (!known || entry.handRaised || entry.waiting > known.waiting) people.set(key, entry);
  }
  return [...people.values()];
}
