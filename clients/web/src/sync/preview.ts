// What a command will probably do, shown on the device of the person who gave it until the server
// has decided. Steps and rounds are not previewed: there the server's word is what counts.
import type {
  AddCard,
  AddGroup,
  AddLink,
  Command,
  CopyText,
  Marks,
} from '../gen/rebond/v1/command_pb';
import type { RecordRef } from '../gen/rebond/v1/kinds_pb';
import { RecordKind, Role } from '../gen/rebond/v1/kinds_pb';
import type { Id, KindName } from './api';
import { codePoints, unitOffset } from './code-points';
import { idPlus } from './command-ids';
import { previewMethod, unvalidate } from './preview-method';
import { previewRoom } from './preview-room';
import { add, change, type PreviewContext, type PreviewState } from './preview-state';
import { kindOfNumber } from './record-kinds';
import type { CharacterPosition, CharacterRange, Edit, PieceOfText } from './text';

export function preview(
  command: Command,
  sinceMs: number,
  state: PreviewState,
  context: PreviewContext,
): void {
  const { kind } = command;
  switch (kind.case) {
    case 'addCard':
      return addCard(kind.value, sinceMs, state, context);
    case 'editText':
      for (const { edit } of kind.value.edits) state.edit(kind.value.text, signed(edit, context));
      return unvalidate(kind.value.text, state);
    case 'copyText':
      return copyText(kind.value, state);
    case 'setCard': {
      const { card, voice, marks } = kind.value;
      return change(state, 'card', card, { voice, ...marksOf(marks) });
    }
    case 'hideCard': {
      const { card, hidden, reason } = kind.value;
      return change(state, 'card', card, { hidden, hiddenReason: hidden ? reason : '' });
    }
    case 'addLink':
      return addLink(kind.value, kind.value.from, sinceMs, state, context);
    case 'setLink':
      return change(state, 'link', kind.value.link, {
        kind: kind.value.kind,
        phrase: kind.value.phrase,
      });
    case 'addGroup':
      return addGroup(kind.value, sinceMs, state, context);
    case 'setGroup':
      return change(state, 'group', kind.value.group, { name: kind.value.name });
    case 'placeCard':
      return place(state, kind.value.card, kind.value.group, kind.value.after);
    case 'withdraw':
    case 'restore':
      return withdraw(kind.value.what, kind.case === 'withdraw', state);
    default:
      previewMethod(command, sinceMs, state, context);
      previewRoom(command, sinceMs, state);
  }
}

function addCard(
  { card, table, run, text, voice, marks, planRef, rebound, group }: AddCard,
  sinceMs: number,
  state: PreviewState,
  context: PreviewContext,
): void {
  // After a reload the snapshot may hold it already, while its outcome is not here yet.
  if (state.get('card', card)) return;
  const step = state.get('step', state.get('cafe', '1')?.step ?? '0');
  const captains = context.role === Role.CAPTAIN || context.role === Role.FACILITATOR;
  const anonymous = (step?.anonymous ?? false) && !captains;
  add(state, 'card', card, {
    table,
    round: step?.round ?? '0',
    voice: step?.anonymous ? '0' : voice,
    scribe: anonymous ? '0' : context.participant,
    device: anonymous ? 0 : context.device,
    anonymous,
    createdAtMs: sinceMs,
    planRef,
    ...marksOf(marks),
  });
  const insert = { run, characters: text, author: '0', device: 0, atMs: 0 };
  const author = anonymous ? { ...context, participant: '0', device: 0 } : context;
  state.edit(card, signed({ case: 'insert', value: insert }, author));
  if (rebound) addLink(rebound, card, sinceMs, state, context);
  if (group !== '0') place(state, card, group, '0');
}

function addLink(
  { link, to, kind, phrase }: AddLink,
  from: Id,
  sinceMs: number,
  state: PreviewState,
  { participant, device }: PreviewContext,
): void {
  if (state.get('link', link)) return;
  add(state, 'link', link, {
    from,
    to,
    kind,
    phrase,
    author: participant,
    device,
    createdAtMs: sinceMs,
  });
}

function addGroup(
  { group, name, cards }: AddGroup,
  sinceMs: number,
  state: PreviewState,
  { device }: PreviewContext,
): void {
  if (state.get('group', group)) return;
  add(state, 'group', group, { name, device, createdAtMs: sinceMs });
  let after: Id = '0';
  for (const card of cards) {
    place(state, card, group, after);
    after = card;
  }
}

function place(state: PreviewState, card: Id, group: Id, after: Id): void {
  add(state, 'membership', card, { group, after });
}

function withdraw(what: RecordRef | undefined, withdrawn: boolean, state: PreviewState): void {
  const kind = kindOfNumber(what?.kind ?? 0);
  if (!what || !kind || !withdrawable.has(kind)) return;
  change(state, kind, what.id, { withdrawn });
  if (what.kind === RecordKind.SYNTHESIS_LINE) unvalidate(what.id, state);
}

const withdrawable: ReadonlySet<KindName> = new Set<KindName>([
  'card',
  'link',
  'group',
  'synthesisLine',
  'expertAnswer',
  'action',
  'costLine',
  'announcement',
  'task',
]);

/** The copied characters keep their authors, as the server will have it (TX7). */
function copyText(command: CopyText, state: PreviewState): void {
  const source = state.text(command.fromText);
  let run = command.firstRun;
  let after: CharacterPosition | undefined = command.after;
  for (const range of command.ranges) {
    for (const piece of source.pieces) {
      const characters = visibleIn(piece, range);
      if (characters === '') continue;
      const { author, device, atMs } = piece;
      const value = { run, after, characters, author, device, atMs };
      state.edit(command.text, { case: 'insert', value });
      after = { run, offset: codePoints(characters) - 1 };
      run = idPlus(run, 1);
    }
  }
}

function visibleIn(piece: PieceOfText, range: CharacterRange): string {
  const from = Math.max(piece.from, range.from) - piece.from;
  const to = Math.min(piece.from + piece.length, range.to) - piece.from;
  if (piece.run !== range.run || piece.hidden || from >= to) return '';
  const { characters } = piece;
  return characters.slice(unitOffset(characters, from), unitOffset(characters, to));
}

function signed(edit: Edit, { participant, device }: PreviewContext): Edit {
  if (edit.case !== 'insert') return edit;
  return { case: 'insert', value: { ...edit.value, author: participant, device, atMs: 0 } };
}

function marksOf(marks: Marks | undefined) {
  return {
    unconventional: marks?.unconventional ?? false,
    question: marks?.question ?? false,
    unanimous: marks?.unanimous ?? false,
    tags: [...(marks?.tags ?? [])],
  };
}
