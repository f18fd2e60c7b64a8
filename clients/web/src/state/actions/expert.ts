// The expert's queue and answers.
import { type AnswerKind } from '../../gen/rebond/v1/harvest_pb';
import { RecordKind } from '../../gen/rebond/v1/kinds_pb';
import type { Id } from '../../sync/api';
import { addAnswer as composeAnswer, editText } from '../../sync/compose';
import type { CafeState } from '../cafe.svelte';
import type { AnswerView } from '../expert.svelte';
import { withdraw } from './ideas';
import { give } from './send';

/** An idea or a group waits for the expert, or does no more. */
export function queueForExpert(
  cafe: CafeState,
  kind: RecordKind.CARD | RecordKind.GROUP,
  id: Id,
  queued: boolean,
): void {
  give(cafe, { case: 'queueForExpert', value: { what: { kind, id }, queued } });
}

export function addAnswer(
  cafe: CafeState,
  about: { kind: RecordKind.CARD | RecordKind.GROUP; id: Id },
  kind: AnswerKind,
  text: string,
): void {
  void composeAnswer(cafe.session, { about, kind, text });
}

export function setAnswer(cafe: CafeState, answer: Id, kind: AnswerKind): void {
  give(cafe, { case: 'setAnswer', value: { answer, kind } });
}

export function editAnswer(cafe: CafeState, answer: AnswerView, text: string): void {
  void editText(cafe.session, cafe.session.replica.text(answer.id), text);
}

export function withdrawAnswer(cafe: CafeState, answer: Id, withdrawn = true): void {
  withdraw(cafe, RecordKind.EXPERT_ANSWER, answer, withdrawn);
}
