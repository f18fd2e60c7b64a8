// Which views a phone has in a step: what the step is about comes first.
import { View } from '../gen/rebond/v1/kinds_pb';
import type { CafeState } from '../state/cafe.svelte';

export type PhoneTab =
  'seat' | 'table' | 'all' | 'map' | 'syntheses' | 'answers' | 'support' | 'actions' | 'evaluation';

const usual: readonly PhoneTab[] = ['table', 'all', 'map'];
const byView: Partial<Record<View, readonly PhoneTab[]>> = {
  [View.PREPARATION]: ['seat'],
  [View.WELCOME]: ['seat'],
  [View.OBJECTIVE]: ['seat'],
  [View.ROUND]: usual,
  [View.MOVE]: ['seat', 'table', 'all', 'map'],
  [View.SYNTHESES]: ['syntheses', 'table', 'all', 'map'],
  [View.MAP]: ['map', 'all', 'table'],
  [View.EXPERT]: ['answers', 'map', 'all'],
  [View.SUPPORT]: ['support', 'map', 'all'],
  [View.ACTIONS]: ['actions', 'map', 'all'],
  [View.EVALUATION]: ['evaluation', 'actions', 'map', 'all'],
  [View.THANKS]: ['evaluation', 'actions', 'map', 'all'],
  [View.CLOSED]: ['map', 'all', 'actions'],
};

export function phoneTabs(cafe: CafeState): readonly PhoneTab[] {
  const tabs = [...(byView[cafe.script.view] ?? usual)];
  if (cafe.support.open && !tabs.includes('support')) tabs.unshift('support');
  // Where the step lets guests write, the field is there, whatever they see besides.
  if (cafe.writingOpen && !tabs.includes('table') && !tabs.includes('seat')) tabs.push('table');
  return tabs;
}
