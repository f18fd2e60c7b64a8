// How far an action is, in the order of its life.
import { ActionState } from '../../gen/rebond/v1/harvest_pb';
import type { Messages } from '../../i18n/fr';

export const actionStates = [
  ActionState.PROPOSED,
  ActionState.DECIDED,
  ActionState.UNDER_WAY,
  ActionState.DONE,
  ActionState.DROPPED,
] as const;

export function actionStateName(texts: Messages, state: ActionState): string {
  const { states } = texts.planning;
  const names: Partial<Record<ActionState, string>> = {
    [ActionState.PROPOSED]: states.proposed,
    [ActionState.DECIDED]: states.decided,
    [ActionState.UNDER_WAY]: states.underWay,
    [ActionState.DONE]: states.done,
    [ActionState.DROPPED]: states.dropped,
  };
  return names[state] ?? states.proposed;
}
