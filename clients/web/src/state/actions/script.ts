// The evening's script: steps, rounds, tables, and the café itself.
import type { MessageInitShape } from '@bufbuild/protobuf';
import { type SetCafeSchema } from '../../gen/rebond/v1/command_pb';
import { type AddStepSchema, type SetStepSchema } from '../../gen/rebond/v1/method_command_pb';
import type { Id } from '../../sync/api';
import type { CafeState } from '../cafe.svelte';
import { give } from './send';

type Without<T, Key extends string> = Omit<T, Key | '$typeName' | '$unknown'>;
export type StepChanges = Without<MessageInitShape<typeof SetStepSchema>, 'step'>;
export type CafeChanges = Without<MessageInitShape<typeof SetCafeSchema>, never>;
export type NewStep = Without<MessageInitShape<typeof AddStepSchema>, 'step'>;

export function goToStep(cafe: CafeState, step: Id): void {
  give(cafe, { case: 'goToStep', value: { step } });
}

/** `minutes` 0: without a limit. */
export function startRound(cafe: CafeState, minutes: number, question: string): void {
  give(cafe, { case: 'startRound', value: { minutes, question } });
}

export function pauseRound(cafe: CafeState): void {
  give(cafe, { case: 'pauseRound', value: {} });
}

export function resumeRound(cafe: CafeState): void {
  give(cafe, { case: 'resumeRound', value: {} });
}

export function extendRound(cafe: CafeState, minutes: number): void {
  give(cafe, { case: 'extendRound', value: { minutes } });
}

export function endRound(cafe: CafeState): void {
  give(cafe, { case: 'endRound', value: {} });
}

/** What is left out stays as it is. `rights` and `views` replace the whole of theirs. */
export function setStep(cafe: CafeState, step: Id, changes: StepChanges): void {
  give(cafe, { case: 'setStep', value: { step, ...changes } });
}

/** Returns the new step's id. */
export function addStep(cafe: CafeState, added: NewStep): Id {
  const step = cafe.session.newId();
  give(cafe, { case: 'addStep', value: { ...added, step } });
  return step;
}

/** One more round, with the move before it, after the last round. */
export function addRound(cafe: CafeState, question = ''): void {
  const round = cafe.session.newId();
  const step = cafe.session.newId();
  const moveStep = cafe.session.newId();
  give(cafe, { case: 'addRound', value: { round, step, moveStep, question } });
}

/** Returns the new table's id. */
export function addTable(
  cafe: CafeState,
  added: { name: string; capacity: number; remote?: boolean },
): Id {
  const table = cafe.session.newId();
  give(cafe, { case: 'addTable', value: { ...added, table } });
  return table;
}

export interface TableChanges {
  readonly name?: string;
  readonly capacity?: number;
  readonly colour?: number;
  readonly withdrawn?: boolean;
  readonly remote?: boolean;
}

/** What is left out stays as it is. */
export function setTable(cafe: CafeState, table: Id, changes: TableChanges): void {
  const before = cafe.source.get('table', table);
  if (!before) return;
  const { name, capacity, colour } = before;
  give(cafe, { case: 'setTable', value: { table, name, capacity, colour, ...changes } });
}

/** What is left out stays as it is. */
export function setCafe(cafe: CafeState, changes: CafeChanges): void {
  const { theme = '', objective = '', textsOnScreen = true } = cafe.cafe ?? {};
  give(cafe, { case: 'setCafe', value: { theme, objective, textsOnScreen, ...changes } });
}

/** Whether the projector shows the words of ideas while a round runs. */
export function showTexts(cafe: CafeState, shown: boolean): void {
  setCafe(cafe, { textsOnScreen: shown });
}

/** Nobody writes but the facilitator, until it is unlocked. */
export function lockCafe(cafe: CafeState, locked: boolean): void {
  setCafe(cafe, { locked });
}
