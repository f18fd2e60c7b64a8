// The views of the projector that can be chosen, by name.
import { View } from '../../gen/rebond/v1/kinds_pb';
import type { Messages } from '../../i18n/fr';
import { viewNameOf } from '../../state/view-names';

export const chosenViews = [
  View.WELCOME,
  View.OBJECTIVE,
  View.ROUND,
  View.MOVE,
  View.SYNTHESES,
  View.MAP,
  View.EXPERT,
  View.SUPPORT,
  View.ACTIONS,
  View.EVALUATION,
  View.THANKS,
] as const;

export function viewName(texts: Messages, view: View): string {
  const name = viewNameOf(view);
  if (name === undefined) return String(view);
  if (name === 'preparation' || name === 'closed') return texts.steps[name];
  return texts.desk.screen.views[name];
}
