// The views of the projector that can be chosen, by name.
import { View } from '../../gen/rebond/v1/kinds_pb';
import type { Messages } from '../../i18n/fr';

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
  const { views } = texts.desk.screen;
  const names: Partial<Record<View, string>> = {
    [View.WELCOME]: views.welcome,
    [View.OBJECTIVE]: views.objective,
    [View.ROUND]: views.round,
    [View.MOVE]: views.move,
    [View.SYNTHESES]: views.syntheses,
    [View.MAP]: views.map,
    [View.EXPERT]: views.expert,
    [View.SUPPORT]: views.support,
    [View.ACTIONS]: views.actions,
    [View.EVALUATION]: views.evaluation,
    [View.THANKS]: views.thanks,
    [View.PREPARATION]: texts.steps.preparation,
    [View.CLOSED]: texts.steps.closed,
  };
  return names[view] ?? String(view);
}
