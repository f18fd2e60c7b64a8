// Which idea the expert and the hall are at.
import { RecordKind } from '../gen/rebond/v1/kinds_pb';
import type { ExpertItemView } from '../state/expert.svelte';
import type { SpotlightView } from '../state/stage.svelte';

/** A new answer stays for the hall to read, before the next idea comes. */
const readMs = 60_000;

interface Source {
  readonly items: readonly ExpertItemView[];
  readonly spotlight: Pick<SpotlightView, 'kind' | 'id'> | undefined;
  readonly nowMs: number;
}

/**
 * The id of the idea or group under discussion: what the facilitator spotlights, else what was
 * answered a moment ago, else the first that waits, else the last answered; undefined: none.
 */
export function discussed({ items, spotlight, nowMs }: Source): string | undefined {
  if (spotlight) {
    if (spotlight.kind !== RecordKind.EXPERT_ANSWER) return spotlight.id;
    const has = (item: ExpertItemView) => item.answers.some((each) => each.id === spotlight.id);
    return items.find(has)?.id;
  }
  const answered = items
    .filter((item) => item.answers.length > 0)
    .sort((a, b) => lastAnswer(b) - lastAnswer(a))[0];
  if (answered && nowMs - lastAnswer(answered) < readMs) return answered.id;
  const waiting = items.find((item) => item.queued && item.answers.length === 0);
  return waiting?.id ?? answered?.id;
}

function lastAnswer({ answers }: ExpertItemView): number {
  return answers.at(-1)?.atMs ?? 0;
}
