// Support, and the answers on leaving.
import type { Id } from '../../sync/api';
import type { CafeState } from '../cafe.svelte';
import { give } from './send';

/** So many dots of this person, or of the captain's table, are on the idea. */
export function castSupport(cafe: CafeState, card: Id, dots: number): void {
  give(cafe, { case: 'castSupport', value: { card, dots } });
}

/** What is left out stays as it is; closing a blind support tells its result. */
export function setSupport(
  cafe: CafeState,
  changes: { open?: boolean; blind?: boolean; dotsEach?: number },
): void {
  give(cafe, { case: 'setSupport', value: changes });
}

/** One answer a question: 1 no, 2 partly, 3 yes, 0 none. */
export function evaluate(cafe: CafeState, answers: readonly number[], forGuest = false): void {
  give(cafe, { case: 'evaluate', value: { answers: [...answers], forGuest } });
}
