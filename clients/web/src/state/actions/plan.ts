// The action plan, the cost sheet and the checklist of the preparation.
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { AddActionSchema, SetTaskSchema } from '../../gen/rebond/v1/method_command_pb';
import { type ActionState } from '../../gen/rebond/v1/harvest_pb';
import { RecordKind } from '../../gen/rebond/v1/kinds_pb';
import type { Id } from '../../sync/api';
import type { CafeState } from '../cafe.svelte';
import type { CostView } from '../plan.svelte';
import { withdraw } from './ideas';
import { give } from './send';

export type NewAction = Omit<
  MessageInitShape<typeof AddActionSchema>,
  'action' | '$typeName' | '$unknown'
>;

/** Returns the new action's id. */
export function addAction(cafe: CafeState, added: NewAction & { what: string }): Id {
  const action = cafe.session.newId();
  give(cafe, { case: 'addAction', value: { ...added, action } });
  return action;
}

export interface ActionChanges {
  readonly what?: string;
  readonly who?: string;
  readonly due?: string;
  readonly euros?: number;
  readonly state?: ActionState;
  readonly sources?: readonly Id[];
  readonly commitment?: number;
  readonly partners?: string;
  readonly followUp?: string;
}

/** What is left out stays as it is. */
export function setAction(
  cafe: CafeState,
  action: Id,
  { sources, ...changes }: ActionChanges,
): void {
  const from = sources && { sources: { ids: [...sources] } };
  give(cafe, { case: 'setAction', value: { action, ...changes, ...from } });
}

export function withdrawAction(cafe: CafeState, action: Id, withdrawn = true): void {
  withdraw(cafe, RecordKind.ACTION, action, withdrawn);
}

export interface CostInit {
  readonly label: string;
  /** In hundredths of a day. */
  readonly daysHundredths: number;
  readonly euros: number;
}

export function addCost(cafe: CafeState, line: CostInit): void {
  give(cafe, { case: 'addCost', value: { cost: cafe.session.newId(), ...line } });
}

/** What is left out stays as it is. */
export function setCost(cafe: CafeState, line: CostView, changes: Partial<CostInit>): void {
  const { label, daysHundredths, euros } = line;
  const value = { cost: line.id, label, daysHundredths, euros, ...changes };
  give(cafe, { case: 'setCost', value });
}

export function withdrawCost(cafe: CafeState, cost: Id, withdrawn = true): void {
  withdraw(cafe, RecordKind.COST_LINE, cost, withdrawn);
}

export function addTask(
  cafe: CafeState,
  added: { what: string; owner?: string; minutes?: number; euros?: number },
): void {
  give(cafe, { case: 'addTask', value: { task: cafe.session.newId(), ...added } });
}

export type TaskChanges = Omit<
  MessageInitShape<typeof SetTaskSchema>,
  'task' | '$typeName' | '$unknown'
>;

/** What is left out stays as it is. */
export function setTask(cafe: CafeState, task: Id, changes: TaskChanges): void {
  give(cafe, { case: 'setTask', value: { task, ...changes } });
}

export function withdrawTask(cafe: CafeState, task: Id, withdrawn = true): void {
  withdraw(cafe, RecordKind.TASK, task, withdrawn);
}
