// Ideas: written, reworded, marked, linked, taken back.
import { LinkKind, RecordKind } from '../../gen/rebond/v1/kinds_pb';
import type { Id } from '../../sync/api';
import { addCard, addLink as composeLink, editText } from '../../sync/compose';
import type { CafeState } from '../cafe.svelte';
import type { CardView, LinkView, Mark } from '../views';
import { give } from './send';

export interface NewIdea {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly tags?: readonly string[];
  /** Whose idea it is, when the table wants it known. */
  readonly voice?: Id;
  /** Into this group at once. */
  readonly group?: Id;
  readonly rebound?: { readonly to: Id; readonly kind: LinkKind; readonly phrase: string };
}

/** At the table that this device writes at, or at `table`, for a facilitator. */
export function addIdea(cafe: CafeState, idea: NewIdea, table: Id = cafe.myTable): void {
  const { text, marks, tags = [], rebound, voice, group } = idea;
  void addCard(cafe.session, {
    table,
    text,
    marks: { ...flags(marks), tags: [...tags] },
    ...(rebound && { rebound }),
    ...(voice && { voice }),
    ...(group && { group }),
  });
}

export function editIdea(cafe: CafeState, card: CardView, text: string): void {
  void editText(cafe.session, cafe.session.replica.text(card.id), text);
}

export function markIdea(cafe: CafeState, card: CardView, marks: readonly Mark[]): void {
  const { tags, voice } = cafe.session.replica.get('card', card.id) ?? { tags: [], voice: '0' };
  give(cafe, {
    case: 'setCard',
    value: { card: card.id, voice, marks: { ...flags(marks), tags } },
  });
}

/** Its tags and whose idea it is; what is left out stays. */
export function describeIdea(
  cafe: CafeState,
  card: CardView,
  { tags = card.tags, voice = card.voice }: { tags?: readonly string[]; voice?: Id },
): void {
  const marks = { ...flags(card.marks), tags: [...tags] };
  give(cafe, { case: 'setCard', value: { card: card.id, voice, marks } });
}

/** The facilitator's: nobody sees it any more, until it is shown again. */
export function hideIdea(cafe: CafeState, card: Id, hidden: boolean, reason = ''): void {
  give(cafe, { case: 'hideCard', value: { card, hidden, reason } });
}

export function linkIdeas(
  cafe: CafeState,
  link: { from: Id; to: Id; kind: LinkKind; phrase?: string },
): void {
  void composeLink(cafe.session, link);
}

export function setLink(cafe: CafeState, link: LinkView, kind: LinkKind, phrase: string): void {
  give(cafe, { case: 'setLink', value: { link: link.id, kind, phrase } });
}

export function withdrawIdea(cafe: CafeState, card: CardView, withdrawn: boolean): void {
  const what = { kind: RecordKind.CARD, id: card.id };
  const value = { what };
  give(cafe, withdrawn ? { case: 'withdraw', value } : { case: 'restore', value });
}

/** Takes back, or brings back, anything that can be: a link, a group, a line, an action, … */
export function withdraw(cafe: CafeState, kind: RecordKind, id: Id, withdrawn = true): void {
  const value = { what: { kind, id } };
  give(cafe, withdrawn ? { case: 'withdraw', value } : { case: 'restore', value });
}

function flags(marks: readonly Mark[]) {
  return {
    unconventional: marks.includes('unconventional'),
    question: marks.includes('question'),
    unanimous: marks.includes('unanimous'),
  };
}
