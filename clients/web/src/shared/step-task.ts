// What a step asks of a role, in one short sentence.
import { Act, Role } from '../gen/rebond/v1/kinds_pb';
import type { Messages } from '../i18n/fr';
import type { CafeState } from '../state/cafe.svelte';
import { viewNameOf } from '../state/view-names';

/** The facilitator's own instruction, or else the page's words for what the role sees. */
export function stepTask(texts: Messages, cafe: CafeState): string {
  if (cafe.step?.instruction) return cafe.step.instruction;
  const { captain, guest, answering } = texts.hall.tasks;
  const name = viewNameOf(cafe.script.view);
  if (!name) return '';
  if (cafe.who?.role === Role.EXPERT && cafe.script.may(Act.ANSWER)) return answering;
  return (cafe.who?.role === Role.CAPTAIN ? captain : guest)[name];
}
