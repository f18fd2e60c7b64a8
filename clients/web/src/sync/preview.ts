// What a command will probably do, shown on the device of the person who gave it until the server
// has decided. Steps and rounds are not previewed: there the server's word is what counts.
import { create, type MessageInitShape } from '@bufbuild/protobuf';
import type {
  AddCard,
  AddGroup,
  AddLink,
  Command,
  CopyText,
  Marks,
  RecordRef,
} from '../gen/rebond/v1/command_pb';
import { RecordKind } from '../gen/rebond/v1/record_pb';
import type { Id, KindName, Records } from './api';
import { codePoints, unitOffset } from './code-points';
import { idPlus } from './command-ids';
import { recordKinds } from './record-kinds';
import type { CharacterPosition, CharacterRange, Edit, PieceOfText, TextState } from './text';

/** Who gives the commands. */
export interface PreviewContext {
  participant: Id;
  device: number;
}

/** The state that a preview reads and changes. */
export interface PreviewState {
  get<K extends KindName>(kind: K, id: Id): Records[K] | undefined;
  text(id: Id): TextState;
  put<K extends KindName>(kind: K, id: Id, record: Records[K]): void;
  edit(id: Id, edit: Edit): void;
}

export function preview(
  { kind }: Command,
  sinceMs: number,
  state: PreviewState,
  context: PreviewContext,
): void {
  switch (kind.case) {
    case 'addCard':
      return addCard(kind.value, sinceMs, state, context);
    case 'editText':
      for (const { edit } of kind.value.edits) state.edit(kind.value.text, signed(edit, context));
      return;
    case 'copyText':
      return copyText(kind.value, state);
    case 'setCard': {
      const { card, voice, marks } = kind.value;
      return change(state, 'card', card, { voice, ...marksOf(marks) });
    }
    case 'hideCard':
      return change(state, 'card', kind.value.card, { hidden: kind.value.hidden });
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
      return;
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
  add(state, 'card', card, {
    table,
    round: step?.round ?? '0',
    voice,
    scribe: context.participant,
    device: context.device,
    createdAtMs: sinceMs,
    planRef,
    ...marksOf(marks),
  });
  const insert = { run, characters: text, author: '0', device: 0, atMs: 0 };
  state.edit(card, signed({ case: 'insert', value: insert }, context));
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
  if (what?.kind === RecordKind.CARD) change(state, 'card', what.id, { withdrawn });
  if (what?.kind === RecordKind.LINK) change(state, 'link', what.id, { withdrawn });
  if (what?.kind === RecordKind.GROUP) change(state, 'group', what.id, { withdrawn });
}

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

function add<K extends KindName>(
  state: PreviewState,
  kind: K,
  id: Id,
  record: MessageInitShape<(typeof recordKinds)[K]['schema']>,
): void {
  state.put(kind, id, create(recordKinds[kind].schema, record) as unknown as Records[K]);
}

function change<K extends KindName>(
  state: PreviewState,
  kind: K,
  id: Id,
  fields: Partial<Records[K]>,
): void {
  const record = state.get(kind, id);
  if (record) state.put(kind, id, { ...record, ...fields });
}
