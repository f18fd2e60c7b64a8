// Orders of things that people made: by arrival, by place, or each behind another one.
import type { Id } from '../sync/api';

interface Placed {
  readonly id: Id;
  /** The one that it comes behind; "0": first. */
  readonly after: Id;
}

/** Older ids first; device numbers count before a device's own counter. */
export function compareIds(a: Id, b: Id): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}

/** Oldest first. */
export function byAge(
  a: { readonly id: Id; readonly createdAtMs: number },
  b: { readonly id: Id; readonly createdAtMs: number },
): number {
  return a.createdAtMs - b.createdAtMs || compareIds(a.id, b.id);
}

export function byPlace(
  a: { readonly id: Id; readonly position: number },
  b: { readonly id: Id; readonly position: number },
): number {
  return a.position - b.position || compareIds(a.id, b.id);
}

/**
 * Each behind the one that it names; those that name the same one, or nobody who is here, in the
 * order of their ids, and what goes round in a circle last. As the server orders them.
 */
export function inSequence<T extends Placed>(items: readonly T[]): T[] {
  const byId = [...items].sort((a, b) => compareIds(a.id, b.id));
  const known = new Set(byId.map((item) => item.id));
  const behind = new Map<Id, T[]>();
  for (const item of byId) {
    const after = item.after !== item.id && known.has(item.after) ? item.after : '0';
    behind.set(after, [...(behind.get(after) ?? []), item]);
  }
  const found = new Set<T>();
  const walk = (first: readonly T[]) => {
    const stack = [...first].reverse();
    for (let item = stack.pop(); item; item = stack.pop()) {
      if (found.has(item)) continue;
      found.add(item);
      stack.push(...[...(behind.get(item.id) ?? [])].reverse());
    }
  };
  walk(behind.get('0') ?? []);
  for (const item of byId) walk([item]);
  return [...found];
}
