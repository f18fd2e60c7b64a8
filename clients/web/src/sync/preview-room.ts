// What the facilitator's commands about the room will probably do: people, tables, script, sheets.
import { type Command } from '../gen/rebond/v1/command_pb';
import { Attendance, type CheckIn, type SetStep } from '../gen/rebond/v1/method_command_pb';
import type { Id, KindName } from './api';
import { add, change, present, type PreviewState } from './preview-state';

const cafeId = '1';

export function previewRoom({ kind }: Command, sinceMs: number, state: PreviewState): void {
  switch (kind.case) {
    case 'setCafe': {
      const { keywords, ...fields } = present(kind.value);
      return change(state, 'cafe', cafeId, {
        ...fields,
        ...(keywords && { keywords: [...keywords.words] }),
      });
    }
    case 'setSupport': {
      const { open, blind, dotsEach } = kind.value;
      const fields = { supportOpen: open, supportBlind: blind, dotsEach };
      return change(state, 'cafe', cafeId, present(fields));
    }
    case 'setTable': {
      const { table, ...fields } = present(kind.value);
      return change(state, 'table', table ?? '0', fields);
    }
    case 'addTable': {
      const { table, name, capacity, remote } = kind.value;
      if (state.get('table', table)) return;
      const numbers = [...state.all('table').values()].map((each) => each.number);
      const number = Math.max(0, ...numbers) + 1;
      return add(state, 'table', table, { name, capacity, remote, number, colour: number - 1 });
    }
    case 'setStep':
      return setStep(kind.value, state);
    case 'addPerson': {
      const { participant, role, table, expected } = kind.value;
      if (state.get('participant', participant)) return;
      const joinedAtMs = expected ? 0 : sinceMs;
      return add(state, 'participant', participant, { role, table, joinedAtMs });
    }
    case 'setPerson': {
      const { participant, role, table } = kind.value;
      if (role === undefined) return;
      return change(state, 'participant', participant, { role, table });
    }
    case 'checkIn':
      return checkIn(kind.value, sinceMs, state);
    case 'takeSeat': {
      const { seat, participant, table } = kind.value;
      if (state.get('seat', seat)) return;
      // Who sits down is here.
      const person = state.get('participant', participant);
      if (person?.joinedAtMs === 0) {
        change(state, 'participant', participant, { joinedAtMs: sinceMs });
      }
      return add(state, 'seat', seat, { participant, table, round: roundOfSeats(state) });
    }
    default:
      return previewSheets({ kind } as Command, state);
  }
}

function previewSheets({ kind }: Command, state: PreviewState): void {
  switch (kind.case) {
    case 'addCost': {
      const { cost, label, daysHundredths, euros } = kind.value;
      if (state.get('costLine', cost)) return;
      const position = nextPosition('costLine', state);
      return add(state, 'costLine', cost, { label, daysHundredths, euros, position });
    }
    case 'setCost': {
      const { cost, label, daysHundredths, euros } = kind.value;
      return change(state, 'costLine', cost, { label, daysHundredths, euros });
    }
    case 'addTask': {
      const { task, what, owner, minutes, euros } = kind.value;
      if (state.get('task', task)) return;
      const position = nextPosition('task', state);
      return add(state, 'task', task, { what, owner, minutes, euros, position });
    }
    case 'setTask': {
      const { task, ...fields } = present(kind.value);
      return change(state, 'task', task ?? '0', fields);
    }
    default:
      return;
  }
}

function setStep({ step: id, question, rights, views, ...command }: SetStep, state: PreviewState) {
  const step = state.get('step', id);
  if (!step) return;
  change(state, 'step', id, {
    ...present(command),
    ...(rights && { writers: [...rights.writers], permissions: [...rights.permissions] }),
    ...(views && { views: [...views.views] }),
  });
  if (question !== undefined) change(state, 'round', step.round, { question });
}

function checkIn({ participant, attendance }: CheckIn, sinceMs: number, state: PreviewState): void {
  const before = state.get('participant', participant);
  if (!before) return;
  const here = before.joinedAtMs || sinceMs;
  const joinedAtMs = attendance === Attendance.EXPECTED ? 0 : here;
  const left = attendance === Attendance.LEFT;
  change(state, 'participant', participant, { joinedAtMs, left });
}

/** The current step's round, or else the next one of the script, or the last. */
function roundOfSeats(state: PreviewState): Id {
  const here = state.get('step', state.get('cafe', cafeId)?.step ?? '0');
  if (!here || here.round !== '0') return here?.round ?? '0';
  const steps = [...state.all('step').values()]
    .filter((step) => step.round !== '0')
    .sort((a, b) => a.position - b.position);
  return (steps.find((step) => step.position > here.position) ?? steps.at(-1))?.round ?? '0';
}

function nextPosition(kind: KindName & ('costLine' | 'task'), state: PreviewState): number {
  const positions = [...state.all(kind).values()].map((each) => each.position);
  return Math.max(-1, ...positions) + 1;
}
