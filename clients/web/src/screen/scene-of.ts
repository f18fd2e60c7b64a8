// Which scene the projector shows: what belongs to the step, or what the facilitator has chosen.
import { RecordKind, View } from '../gen/rebond/v1/kinds_pb';
import type { Id } from '../sync/api';

export type SceneName =
  | 'preparation'
  | 'welcome'
  | 'objective'
  | 'round'
  | 'move'
  | 'syntheses'
  | 'map'
  | 'tour'
  | 'expert'
  | 'support'
  | 'actions'
  | 'evaluation'
  | 'thanks'
  | 'closed'
  | 'spotlight';

/** What of the café decides it; `Show` with its view resolved has all but the last. */
export interface SceneSource {
  readonly view: View;
  /** The facilitator has chosen the view; otherwise it is the step's. */
  readonly chosen: boolean;
  readonly spotlight: { readonly kind: RecordKind; readonly id: Id } | undefined;
  readonly tour: boolean;
  readonly supportOpen: boolean;
}

const sceneOfView: Record<View, SceneName> = {
  [View.UNSPECIFIED]: 'objective',
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

/** What is spotlighted stands in these scenes by itself, with what belongs to it. */
const atHome: Partial<Record<SceneName, readonly RecordKind[]>> = {
  syntheses: [RecordKind.SYNTHESIS_LINE],
  expert: [RecordKind.CARD, RecordKind.GROUP, RecordKind.EXPERT_ANSWER],
};

export function sceneOf(source: SceneSource): SceneName {
  const scene = belonging(source);
  const { spotlight } = source;
  if (!spotlight) return scene;
  return atHome[scene]?.includes(spotlight.kind) ? scene : 'spotlight';
}

function belonging({ view, chosen, tour, supportOpen }: SceneSource): SceneName {
  const scene = sceneOfView[view] ?? 'objective';
  // The hall is told how to support as soon as it may, unless the facilitator shows something else.
  if (scene === 'map' && supportOpen && !chosen && !tour) return 'support';
  return scene === 'map' && tour ? 'tour' : scene;
}
