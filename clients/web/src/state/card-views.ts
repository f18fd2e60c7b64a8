// Joins each idea with its words, table and group; what has not changed stays the same object.
import type { Card, Membership } from '../gen/rebond/v1/record_pb';
import type { Id, ReplicaView, TextState } from '../sync/api';
import type { CardView, Mark, TableView } from './views';

interface Sources {
  readonly card: Card;
  readonly text: TextState;
  readonly group: Id;
  readonly table: TableView | undefined;
  readonly waiting: boolean;
}

export interface CardSources {
  readonly replica: ReplicaView;
  readonly cards: ReadonlyMap<Id, Card>;
  readonly memberships: ReadonlyMap<Id, Membership>;
  readonly tables: ReadonlyMap<Id, TableView>;
}

export class CardViews {
  #known = new Map<Id, { sources: Sources; view: CardView }>();

  /** The ideas in the order of their creation; those that wait on this device last. */
  update({ replica, cards, memberships, tables }: CardSources): readonly CardView[] {
    const next = new Map<Id, { sources: Sources; view: CardView }>();
    for (const [id, card] of cards) {
      const sources = {
        card,
        text: replica.text(id),
        group: memberships.get(id)?.group ?? '0',
        table: tables.get(card.table),
        waiting: replica.isWaiting(id),
      };
      const known = this.#known.get(id);
      const view =
        known && same(known.sources, sources) ? known.view : makeView(id, sources, replica);
      next.set(id, { sources, view });
    }
    this.#known = next;
    return [...next.values()].map(({ view }) => view).sort(byArrival);
  }
}

function byArrival(a: CardView, b: CardView): number {
  if (a.waiting !== b.waiting) return a.waiting ? 1 : -1;
  return a.atMs - b.atMs || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}

function same(a: Sources, b: Sources): boolean {
  return (
    a.card === b.card &&
    a.text === b.text &&
    a.group === b.group &&
    a.table === b.table &&
    a.waiting === b.waiting
  );
}

function makeView(
  id: Id,
  { card, text, group, table, waiting }: Sources,
  replica: ReplicaView,
): CardView {
  const marks: Mark[] = [];
  if (card.unconventional) marks.push('unconventional');
  if (card.question) marks.push('question');
  if (card.unanimous) marks.push('unanimous');
  return {
    id,
    text: text.visible,
    table,
    tableId: card.table,
    round: card.round,
    group,
    marks,
    tags: card.tags,
    voice: card.voice,
    anonymous: card.anonymous,
    atMs: card.createdAtMs,
    late: card.late,
    withdrawn: card.withdrawn,
    hidden: card.hidden,
    hiddenReason: card.hiddenReason,
    edited: replica.words(id).some((words) => words.hidden),
    waiting,
  };
}
