// Which scene the projector shows: what belongs to the step, or what the facilitator has chosen.
import { RecordKind, View } from '../gen/rebond/v1/kinds_pb';
import { type ViewName, viewNameOf } from '../state/view-names';
import type { Id } from '../sync/api';

export type SceneName = ViewName | 'tour' | 'spotlight';

/** What of the café decides it; `Show` with its view resolved has all but the last. */
export interface SceneSource {
  readonly view: View;
  /** The facilitator has chosen the view; otherwise it is the step's. */
  readonly chosen: boolean;
  readonly spotlight: { readonly kind: RecordKind; readonly id: Id } | undefined;
  readonly tour: boolean;
  readonly supportOpen: boolean;
}

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
  const scene = viewNameOf(view) ?? 'objective';
  // The hall is told how to support as soon as it may, unless the facilitator shows something else.
  if (scene === 'map' && supportOpen && !chosen && !tour) return 'support';
  return scene === 'map' && tour ? 'tour' : scene;
}
