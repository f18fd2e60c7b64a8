// What the commands of the method will probably do: syntheses, expert, plan, suggestions, messages.
import type { Command } from '../gen/rebond/v1/command_pb';
import type {
  AcceptSuggestion,
  AddAnswer,
  AddLine,
  MergeGroups,
  SetAction,
} from '../gen/rebond/v1/method_command_pb';
import { ActionState, SuggestionState } from '../gen/rebond/v1/harvest_pb';
import type { Id } from './api';
import { add, change, present, type PreviewContext, type PreviewState } from './preview-state';

export function previewMethod(
  { kind }: Command,
  sinceMs: number,
  state: PreviewState,
  context: PreviewContext,
): void {
  const { device, participant } = context;
  switch (kind.case) {
    case 'addLine':
      return addLine(kind.value, sinceMs, state, context);
    case 'setLine': {
      const { line, after, cards } = kind.value;
      change(state, 'synthesisLine', line, { after, cards });
      return unvalidate(line, state);
    }
    case 'validateSynthesis': {
      const { table, validated } = kind.value;
      return add(state, 'synthesis', table, {
        validated,
        validatedAtMs: validated ? sinceMs : 0,
        device,
      });
    }
    case 'queueForExpert': {
      const { what, queued } = kind.value;
      if (!what) return;
      return add(state, 'expertItem', what.id, {
        queued,
        of: what.kind,
        queuedAtMs: sinceMs,
        device,
      });
    }
    case 'addAnswer':
      return addAnswer(kind.value, sinceMs, state, context);
    case 'setAnswer':
      return change(state, 'expertAnswer', kind.value.answer, { kind: kind.value.kind });
    case 'addAction': {
      const { action = '0', state: given, ...fields } = present(kind.value);
      if (state.get('action', action)) return;
      return add(state, 'action', action, {
        ...fields,
        state: given || ActionState.PROPOSED,
        author: participant,
        device,
        createdAtMs: sinceMs,
      });
    }
    case 'setAction':
      return setAction(kind.value, state);
    case 'mergeGroups':
      return mergeGroups(kind.value, state);
    case 'acceptSuggestion':
      return acceptSuggestion(kind.value, sinceMs, state, context);
    case 'refuseSuggestion': {
      const refused = { state: SuggestionState.REFUSED };
      return change(state, 'suggestion', kind.value.suggestion, refused);
    }
    case 'announce': {
      const { announcement, text } = kind.value;
      return add(state, 'announcement', announcement, { text, atMs: sinceMs, device });
    }
    default:
      return;
  }
}

/** A change of a line takes back that the table agreed. */
export function unvalidate(line: Id, state: PreviewState): void {
  const table = state.get('synthesisLine', line)?.table;
  if (table === undefined || !state.get('synthesis', table)?.validated) return;
  change(state, 'synthesis', table, { validated: false, validatedAtMs: 0 });
}

function addLine(
  { line, table, after, run, text, cards }: AddLine,
  sinceMs: number,
  state: PreviewState,
  { participant, device }: PreviewContext,
): void {
  if (state.get('synthesisLine', line)) return;
  const author = participant;
  const createdAtMs = sinceMs;
  add(state, 'synthesisLine', line, { table, after, cards, author, device, createdAtMs });
  state.edit(line, { case: 'insert', value: { run, characters: text, author, device, atMs: 0 } });
  unvalidate(line, state);
}

function addAnswer(
  { answer, about, kind, run, text }: AddAnswer,
  sinceMs: number,
  state: PreviewState,
  { participant, device }: PreviewContext,
): void {
  if (!about || state.get('expertAnswer', answer)) return;
  const author = participant;
  add(state, 'expertAnswer', answer, {
    about: about.id,
    of: about.kind,
    kind,
    author,
    device,
    createdAtMs: sinceMs,
  });
  if (text === '') return;
  state.edit(answer, { case: 'insert', value: { run, characters: text, author, device, atMs: 0 } });
}

function setAction({ action, sources, ...command }: SetAction, state: PreviewState): void {
  const before = state.get('action', action);
  if (!before) return;
  const merged = { ...before, ...present(command) };
  const { what, who, due, euros, commitment, partners, followUp } = merged;
  change(state, 'action', action, {
    what,
    who,
    due,
    euros,
    commitment,
    partners,
    followUp,
    state: command.state ?? before.state,
    sources: sources ? [...sources.ids] : before.sources,
  });
}

function mergeGroups({ from, into }: MergeGroups, state: PreviewState): void {
  const [gone, stays] = [state.get('group', from), state.get('group', into)];
  if (!gone || !stays) return;
  for (const [card, { group }] of state.all('membership')) {
    if (group === from) change(state, 'membership', card, { group: into });
  }
  change(state, 'group', from, { withdrawn: true, mergedInto: into });
  const names = new Set([...stays.otherNames, gone.name, ...gone.otherNames]);
  names.delete(stays.name);
  change(state, 'group', into, { otherNames: [...names] });
}

function acceptSuggestion(
  { suggestion: id, link, kind, phrase, group, name }: AcceptSuggestion,
  sinceMs: number,
  state: PreviewState,
  { participant, device }: PreviewContext,
): void {
  const suggestion = state.get('suggestion', id);
  if (!suggestion) return;
  change(state, 'suggestion', id, { state: SuggestionState.ACCEPTED });
  const [from = '0', to = '0'] = suggestion.cards;
  const createdAtMs = sinceMs;
  if (link !== '0') {
    if (state.get('link', link)) return;
    const made = { from, to, kind, phrase, author: participant, device, suggestion: id };
    return add(state, 'link', link, { ...made, createdAtMs });
  }
  const target = group === '0' ? suggestion.group : group;
  if (!state.get('group', target)) add(state, 'group', target, { name, device, createdAtMs });
  let after: Id = '0';
  for (const card of suggestion.cards) {
    add(state, 'membership', card, { group: target, after });
    after = card;
  }
}
