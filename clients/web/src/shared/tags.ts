// The keywords that an idea may be given with one tap.
import type { CafeState } from '../state/cafe.svelte';

const mostOffered = 12;

/** The café's own keywords first, then those in use, the most used first. */
export function offeredTags(cafe: CafeState): readonly string[] {
  const uses = new Map<string, number>();
  for (const card of cafe.cards) {
    for (const tag of card.tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  }
  const used = [...uses].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
  return [...new Set([...(cafe.cafe?.keywords ?? []), ...used])].slice(0, mostOffered);
}
