// Ideas that may say the same thing, as the server suggests it; only people link and group.
import { SuggestionState as State } from '../gen/rebond/v1/harvest_pb';
import type { Id } from '../sync/api';
import type { CafeState } from './cafe.svelte';
import type { CardView, GroupView } from './views';

export interface SuggestionView {
  readonly id: Id;
  /** Two ideas that may say the same thing, or several that may be a group. */
  readonly kind: 'link' | 'group';
  readonly cards: readonly CardView[];
  /** The group that they may join; undefined: a new one. */
  readonly group: GroupView | undefined;
  /** A name for the new group. */
  readonly name: string;
  /** 0 to 1. */
  readonly score: number;
  /** The words that they share, the most telling first. */
  readonly reasons: readonly string[];
}

export class SuggestionsState {
  readonly #cafe: CafeState;

  constructor(cafe: CafeState) {
    this.#cafe = cafe;
  }

  /** Those that nobody has accepted or refused, the best first. */
  readonly open: readonly SuggestionView[] = $derived.by(() => {
    const { source, cardsById, groupsById } = this.#cafe;
    return source
      .list('suggestion')
      .filter((each) => each.state === State.OPEN)
      .map((each) => ({
        id: each.id,
        kind: each.cards.length === 2 && each.group === '0' && !each.name ? 'link' : 'group',
        cards: each.cards.flatMap((id) => cardsById.get(id) ?? []),
        all: each.cards.length,
        group: groupsById.get(each.group),
        name: each.name,
        score: each.scoreThousandths / 1000,
        reasons: each.reasons,
      }) as const)
      .filter((each) => each.cards.length === each.all)
      .sort((a, b) => b.score - a.score);
  });

  /** The server goes on looking as ideas come. */
  readonly automatic = $derived.by(
    () => this.#cafe.source.get('suggestionRun', '1')?.automatic ?? false,
  );

  readonly pending = $derived.by(() => {
    const run = this.#cafe.source.get('suggestionRun', '1');
    return (run?.wantedSeq ?? 0) > (run?.madeSeq ?? 0);
  });
}
