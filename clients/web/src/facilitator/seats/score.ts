// What a plan of seats is worth, in plain words.
import type { SeatPlan } from '../../gen/rebond/v1/harvest_pb';
import type { Messages } from '../../i18n/fr';

/** "12 rencontres nouvelles chacun, personne deux fois, jamais deux fois la même table." */
export function scoreText(texts: Messages, plan: SeatPlan): string {
  const words = texts.seatPlan;
  const parts = [words.encounters(plan.encountersMedian)];
  if (plan.encountersLeast < plan.encountersMedian) {
    parts.push(words.atLeast(plan.encountersLeast));
  }
  parts.push(plan.repeats === 0 ? words.nobodyTwice : words.repeats(plan.repeats));
  parts.push(plan.revisits === 0 ? words.noRevisit : words.revisits(plan.revisits));
  return `${parts.join(', ')}.`;
}
