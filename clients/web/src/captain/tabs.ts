// Which views a captain has in a step: what the step is about comes first.
import { Act, Role, View } from '../gen/rebond/v1/kinds_pb';
import type { CafeState } from '../state/cafe.svelte';

export type CaptainTab =
  | 'own'
  | 'all'
  | 'groups'
  | 'synthesis'
  | 'people'
  | 'move'
  | 'expert'
  | 'support'
  | 'actions'
  | 'evaluation';

const usual: readonly CaptainTab[] = ['own', 'all', 'groups', 'people'];
const byView: Partial<Record<View, readonly CaptainTab[]>> = {
  [View.PREPARATION]: ['people', 'own'],
  [View.WELCOME]: ['people', 'own'],
  [View.OBJECTIVE]: ['people', 'own'],
  [View.ROUND]: usual,
  [View.MOVE]: ['move', 'own', 'all'],
  [View.SYNTHESES]: ['synthesis', 'own', 'all', 'groups', 'people'],
  [View.MAP]: ['groups', 'all', 'own', 'synthesis'],
  [View.EXPERT]: ['expert', 'all', 'own', 'groups', 'synthesis'],
  [View.SUPPORT]: ['support', 'all', 'own', 'groups'],
  [View.ACTIONS]: ['actions', 'all', 'own', 'groups', 'synthesis'],
  [View.EVALUATION]: ['evaluation', 'actions', 'own', 'all', 'people'],
  [View.THANKS]: ['evaluation', 'actions', 'own', 'all', 'people'],
  [View.CLOSED]: ['own', 'all', 'actions', 'synthesis'],
};

export function captainTabs(cafe: CafeState): readonly CaptainTab[] {
  const tabs = [...(byView[cafe.script.view] ?? usual)];
  if (cafe.support.open && !tabs.includes('support')) tabs.unshift('support');
  if (!tabs.includes('synthesis') && synthesisBegun(cafe)) tabs.push('synthesis');
  return tabs.filter((tab) => tab !== 'groups' || mayGroup(cafe));
}

/** Where ideas are what a step is about, the field to write them stands beside everything. */
export function writesBeside(cafe: CafeState): boolean {
  const writes = cafe.step?.writers.includes(Role.CAPTAIN) ?? false;
  return writes && !aboutMore.has(cafe.script.view);
}

const aboutMore: ReadonlySet<View> = new Set([
  View.SYNTHESES,
  View.MAP,
  View.EXPERT,
  View.SUPPORT,
  View.ACTIONS,
  View.EVALUATION,
  View.THANKS,
  View.CLOSED,
]);

/** Then it stays in reach. Asked of the records: the views are made anew with every idea. */
function synthesisBegun(cafe: CafeState): boolean {
  const lines = [...cafe.source.all('synthesisLine').values()];
  return lines.some((line) => line.table === cafe.myTable && !line.withdrawn);
}

/** Groups are also there to be read, once there are some. */
function mayGroup(cafe: CafeState): boolean {
  return cafe.script.may(Act.GROUP) || cafe.groups.length > 0;
}
