// Which new idea or link is shown large at this moment: one after the other, each a few seconds.
//
// When more than three wait, what waits becomes one "+5 ideas": a hall reads no faster.
import type { CardView, LinkView } from '../state/views';

export type Announcement =
  | { readonly kind: 'card'; readonly card: CardView; readonly link: LinkView | undefined }
  | { readonly kind: 'link'; readonly link: LinkView }
  | { readonly kind: 'more'; readonly count: number };

const queueMax = 3;
const msMin = 4000;
const msMax = 6000;
/** About three words a second. */
const msPerWord = 330;

export class Spotlight {
  #current = $state.raw<Announcement | undefined>();
  #queue: Announcement[] = [];
  /** What has been seen; undefined until the café as it was at the beginning is known. */
  #cards: Set<string> | undefined;
  #links = new Set<string>();

  get current(): Announcement | undefined {
    return this.#current;
  }

  /** What is there at the beginning is no news; what comes later is. */
  update(cards: readonly CardView[], links: readonly LinkView[]): void {
    const first = this.#cards === undefined;
    const known = this.#cards ?? new Set<string>();
    const newLinks = links.filter((link) => !this.#links.has(link.id));
    const newCards = cards.filter((card) => !known.has(card.id) && card.text !== '');
    for (const card of newCards) known.add(card.id);
    for (const link of newLinks) this.#links.add(link.id);
    this.#cards = known;
    if (first) return;

    const told = new Set<string>();
    for (const card of newCards) {
      const link = newLinks.find((each) => each.from.id === card.id);
      if (link) told.add(link.id);
      this.#queue.push({ kind: 'card', card, link });
    }
    for (const link of newLinks) {
      if (!told.has(link.id)) this.#queue.push({ kind: 'link', link });
    }
    this.#join();
    if (!this.#current) this.#next();
  }

  /** Too many wait: they become one announcement of their number. */
  #join(): void {
    if (this.#queue.length <= queueMax) return;
    let count = 0;
    for (const each of this.#queue)
      count += each.kind === 'more' ? each.count : each.kind === 'card' ? 1 : 0;
    this.#queue = count > 0 ? [{ kind: 'more', count }] : this.#queue.slice(-queueMax);
  }

  #next(): void {
    this.#current = this.#queue.shift();
    if (this.#current) setTimeout(() => this.#next(), duration(this.#current));
  }
}

function duration(announcement: Announcement): number {
  if (announcement.kind === 'more') return msMin;
  const text =
    announcement.kind === 'card'
      ? announcement.card.text
      : `${announcement.link.from.text} ${announcement.link.to.text}`;
  const words = text.split(/\s+/).length;
  return Math.min(msMax, Math.max(msMin, words * msPerWord));
}
