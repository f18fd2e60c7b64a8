// Views that have not changed stay the same objects, so that a list draws again only what did.
import type { Id } from '../sync/api';

export class Kept<View> {
  readonly #known = new Map<Id, { parts: readonly unknown[]; view: View }>();

  /** The view that was made of the same parts, or a new one. */
  view(id: Id, parts: readonly unknown[], make: () => View): View {
    const known = this.#known.get(id);
    if (known && same(known.parts, parts)) return known.view;
    const view = make();
    this.#known.set(id, { parts, view });
    return view;
  }
}

/** Lists are the same when their items are. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((item, index) => same(item, b[index]));
}
