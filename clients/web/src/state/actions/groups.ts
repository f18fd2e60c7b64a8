// Groups of ideas on the map, and what the server suggests.
import { LinkKind } from '../../gen/rebond/v1/kinds_pb';
import type { Id } from '../../sync/api';
import { addGroup as composeGroup } from '../../sync/compose';
import type { CafeState } from '../cafe.svelte';
import type { SuggestionView } from '../suggestions.svelte';
import { give } from './send';

export function addGroup(cafe: CafeState, name: string, cards: readonly Id[]): void {
  void composeGroup(cafe.session, { name, cards: [...cards] });
}

/** Into a group, behind what is there; "0": out of their groups. */
export function placeIdeas(cafe: CafeState, cards: readonly Id[], group: Id): void {
  const there = cafe.cards.filter((card) => card.group === group && !cards.includes(card.id));
  let after = group === '0' ? '0' : (there.at(-1)?.id ?? '0');
  for (const card of cards) {
    give(cafe, { case: 'placeCard', value: { card, group, after } });
    if (group !== '0') after = card;
  }
}

export function nameGroup(cafe: CafeState, group: Id, name: string): void {
  give(cafe, { case: 'setGroup', value: { group, name } });
}

/** All ideas of one group go into another; no word and no name is lost. */
export function mergeGroups(cafe: CafeState, from: Id, into: Id): void {
  give(cafe, { case: 'mergeGroups', value: { from, into } });
}

/** Asks the server to look for ideas that converge; with `automatic`, again as ideas come. */
export function askSuggestions(cafe: CafeState, automatic: boolean): void {
  give(cafe, { case: 'askSuggestions', value: { automatic } });
}

/** Makes the link that is suggested, or the group under this name, or fills the group. */
export function acceptSuggestion(
  cafe: CafeState,
  suggestion: SuggestionView,
  { kind = LinkKind.SAME_AS, phrase = '', name = suggestion.name } = {},
): void {
  const link = suggestion.kind === 'link' && { link: cafe.session.newId(), kind, phrase };
  const group = !link && !suggestion.group && { group: cafe.session.newId(), name };
  const value = { suggestion: suggestion.id, ...(link || group) };
  give(cafe, { case: 'acceptSuggestion', value });
}

/** Never suggested again. */
export function refuseSuggestion(cafe: CafeState, suggestion: Id): void {
  give(cafe, { case: 'refuseSuggestion', value: { suggestion } });
}
