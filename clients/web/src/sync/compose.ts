// The commands that pages give most, with the ids they need, and texts cut to what a command holds.
import type { AnswerKind } from '../gen/rebond/v1/harvest_pb';
import type { LinkKind, RecordKind } from '../gen/rebond/v1/kinds_pb';
import type { Command, CommandInit, Id, RejectedCommand, Sent, Session } from './api';
import { codePoints, utf8Length, wellFormed } from './code-points';
import type { Edit, TextState } from './text';
import { chunks, type EditInit, graphemes, textEdits } from './text-edits';

/** Until Welcome has named the limit. */
const commandTextBytesDefault = 4_096;
/** Most edits in one command. */
const editsMax = 200;

export interface NewCard {
  table: Id;
  text: string;
  voice?: Id;
  marks?: { unconventional?: boolean; question?: boolean; unanimous?: boolean; tags?: string[] };
  group?: Id;
  /** The idea that this one rebounds on. */
  rebound?: { to: Id; kind: LinkKind; phrase?: string };
}

/** The id of what was made, and its command. */
export interface Made extends Sent {
  id: Id;
}

export async function addCard(session: Session, card: NewCard): Promise<Made> {
  const { rebound, ...fields } = card;
  const id = session.newId();
  const link = rebound && { rebound: { ...rebound, from: id, link: session.newId() } };
  return withWords(session, id, card.text, ({ run, text }) => ({
    case: 'addCard',
    value: { ...fields, card: id, run, text, ...link },
  }));
}

/** A line of a table's synthesis, behind the line `after` ("0": first). */
export async function addLine(
  session: Session,
  line: { table: Id; after: Id; text: string; cards: Id[] },
): Promise<Made> {
  const id = session.newId();
  return withWords(session, id, line.text, ({ run, text }) => ({
    case: 'addLine',
    value: { ...line, line: id, run, text },
  }));
}

/** The expert's word on an idea or a group. */
export async function addAnswer(
  session: Session,
  answer: { about: { kind: RecordKind; id: Id }; kind: AnswerKind; text: string },
): Promise<Made> {
  const id = session.newId();
  return withWords(session, id, answer.text, ({ run, text }) => ({
    case: 'addAnswer',
    value: { ...answer, answer: id, run, text },
  }));
}

/** The command that makes the thing with its first words, and edits for what is too long for it. */
async function withWords(
  session: Session,
  id: Id,
  words: string,
  command: (first: { run: Id; text: string }) => CommandInit,
): Promise<Made> {
  const [text = '', ...more] = chunks(graphemes(wellFormed(words)), textBytes(session));
  const run = session.newId();
  const sent = session.send(command({ run, text }));

  let after = { run, offset: codePoints(text) - 1 };
  for (const characters of more) {
    const value = { run: session.newId(), after, characters };
    const edits = [{ text: id, edit: { case: 'insert' as const, value } }];
    void session.send({ case: 'editText', value: { text: id, edits } });
    after = { run: value.run, offset: codePoints(characters) - 1 };
  }
  return { id, ...(await sent) };
}

/**
 * Sends what makes `typed` of `shown`; what others wrote in the meantime stays.
 *
 * `shown` is the text that the person saw while typing: `replica.text(id)` at that time, or what
 * the last call returned. Returns what the person sees now, for the next call. Not to be called
 * while a character is being composed (`InputEvent.isComposing`).
 */
export async function editText(
  session: Session,
  shown: TextState,
  typed: string,
): Promise<TextState> {
  const edits = textEdits(shown, typed, () => session.newId(), textBytes(session));
  const sent = batches(edits, textBytes(session)).map((batch) =>
    session.send({ case: 'editText', value: { text: shown.id, edits: batch } }),
  );
  await Promise.all(sent);
  return edits.reduce(applied, shown);
}

export async function addLink(
  session: Session,
  link: { from: Id; to: Id; kind: LinkKind; phrase?: string },
): Promise<Made> {
  const id = session.newId();
  const sent = await session.send({ case: 'addLink', value: { ...link, link: id } });
  return { id, ...sent };
}

export async function addGroup(
  session: Session,
  group: { name: string; cards: Id[] },
): Promise<Made> {
  const id = session.newId();
  const sent = await session.send({ case: 'addGroup', value: { ...group, group: id } });
  return { id, ...sent };
}

/** What a person wrote in a command; "" when the command carries no words. */
export function wordsOf({ kind }: Command): string {
  switch (kind.case) {
    case 'addCard':
    case 'addLine':
    case 'addAnswer':
    case 'announce':
    case 'saveDraft':
    case 'salvageText':
      return kind.value.text;
    case 'editText':
      return kind.value.edits
        .map(({ edit }) => (edit.case === 'insert' ? edit.value.characters : ''))
        .join('');
    case 'addLink':
    case 'setLink':
      return kind.value.phrase;
    case 'addAction':
    case 'addTask':
      return kind.value.what;
    case 'addCost':
    case 'setCost':
      return kind.value.label;
    case 'setTask':
      return kind.value.what ?? '';
    case 'setAction':
      return kind.value.what ?? kind.value.followUp ?? '';
    case 'addGroup':
    case 'setGroup':
      return kind.value.name;
    default:
      return '';
  }
}

/** Puts the words of a rejected command into the person's private tray (RU9), and dismisses it. */
export async function salvage(session: Session, rejected: RejectedCommand): Promise<void> {
  const { kind } = rejected.command;
  let about: Id = '0';
  if (kind.case === 'addCard') about = kind.value.card;
  if (kind.case === 'addLine') about = kind.value.line;
  if (kind.case === 'addAnswer') about = kind.value.answer;
  if (kind.case === 'editText') about = kind.value.text;
  const words = chunks(graphemes(wordsOf(rejected.command)), textBytes(session));
  const sent = words.map((text) => session.send({ case: 'salvageText', value: { about, text } }));
  await Promise.all(sent);
  await session.dismiss(rejected.key);
}

function textBytes(session: Session): number {
  return session.who?.limits?.commandTextBytes || commandTextBytesDefault;
}

/** Commands that each hold at most so many bytes of text. */
function batches(edits: readonly EditInit[], bytesMax: number): EditInit[][] {
  const cut: EditInit[][] = [];
  let bytes = 0;
  for (const edit of edits) {
    const more = edit.edit?.case === 'insert' ? utf8Length(edit.edit.value.characters ?? '') : 0;
    const last = cut.at(-1);
    if (last && last.length < editsMax && bytes + more <= bytesMax) {
      last.push(edit);
      bytes += more;
    } else {
      cut.push([edit]);
      bytes = more;
    }
  }
  return cut;
}

function applied(text: TextState, { edit }: EditInit): TextState {
  const run = { author: '0', device: 0, atMs: 0, ...edit?.value };
  const result = text.apply({ ...edit, value: run } as Edit);
  return 'text' in result ? result.text : text;
}
