// What a step asks of a role, in one short sentence.
import { Act, Role, View } from '../gen/rebond/v1/kinds_pb';
import type { Messages } from '../i18n/fr';
import type { CafeState } from '../state/cafe.svelte';

type Tasks = Messages['hall']['tasks']['guest'];

const names: Partial<Record<View, keyof Tasks>> = {
  [View.PREPARATION]: 'preparation',
  [View.WELCOME]: 'welcome',
  [View.OBJECTIVE]: 'objective',
  [View.ROUND]: 'round',
  [View.MOVE]: 'move',
  [View.SYNTHESES]: 'syntheses',
  [View.MAP]: 'map',
  [View.EXPERT]: 'expert',
  [View.SUPPORT]: 'support',
  [View.ACTIONS]: 'actions',
  [View.EVALUATION]: 'evaluation',
  [View.THANKS]: 'thanks',
  [View.CLOSED]: 'closed',
};

/** The facilitator's own instruction, or else the page's words for what the role sees. */
export function stepTask(texts: Messages, cafe: CafeState): string {
  if (cafe.step?.instruction) return cafe.step.instruction;
  const { captain, guest, answering } = texts.hall.tasks;
  const name = names[cafe.script.view];
  if (!name) return '';
  if (cafe.who?.role === Role.EXPERT && cafe.script.may(Act.ANSWER)) return answering;
  return (cafe.who?.role === Role.CAPTAIN ? captain : guest)[name];
}
