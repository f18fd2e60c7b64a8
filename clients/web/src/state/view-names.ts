// The views of the contract by name, as scenes and texts are keyed.
import { View } from '../gen/rebond/v1/kinds_pb';

export const viewNames = {
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
} as const;

export type ViewName = (typeof viewNames)[keyof typeof viewNames];

/** Undefined for a view that is newer than this page, and for none. */
export function viewNameOf(view: View): ViewName | undefined {
  return (viewNames as Partial<Record<View, ViewName>>)[view];
}
