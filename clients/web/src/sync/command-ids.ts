// The ids inside a command: which ones it makes, and how to give them other values.
//
// An id is made by the device that writes: device number << 32 | the device's own counter.
import { ScalarType } from '@bufbuild/protobuf';
import { reflect, type ReflectList, type ReflectMessage } from '@bufbuild/protobuf/reflect';
import { type Command, CommandSchema } from '../gen/rebond/v1/command_pb';

/** So many consecutive ids from `first`. */
export interface MadeIds {
  first: string;
  count: number;
}

export function makeId(device: number, counter: number): string {
  return ((BigInt(device) << 32n) | BigInt(counter)).toString();
}

export function deviceOfId(id: string): number {
  return Number(BigInt(id) >> 32n);
}

export function idPlus(id: string, more: number): string {
  return (BigInt(id) + BigInt(more)).toString();
}

/** The ids that exist only from this command on. */
export function madeIds({ kind }: Command): MadeIds[] {
  switch (kind.case) {
    case 'join':
      return made(kind.value.participant);
    case 'addCard':
      return made(kind.value.card, kind.value.run, kind.value.rebound?.link);
    case 'editText':
      return made(
        ...kind.value.edits.map(({ edit }) => (edit.case === 'insert' ? edit.value.run : '0')),
      );
    case 'copyText': {
      // The server cuts a range where the text was written by several people: a run a character
      // at most.
      const count = kind.value.ranges.reduce((sum, range) => sum + range.to - range.from, 0);
      return [{ first: kind.value.firstRun, count }];
    }
    case 'addLink':
      return made(kind.value.link);
    case 'addGroup':
      return made(kind.value.group);
    case 'takeSeat':
      return made(kind.value.seat);
    case 'addStep':
      return made(kind.value.step);
    case 'addRound':
      return made(kind.value.round, kind.value.step, kind.value.moveStep);
    case 'addTable':
      return made(kind.value.table);
    case 'addPerson':
      return made(kind.value.participant);
    case 'acceptSuggestion':
      return made(kind.value.link, kind.value.group);
    case 'addLine':
      return made(kind.value.line, kind.value.run);
    case 'addAnswer':
      return made(kind.value.answer, kind.value.run);
    case 'addAction':
      return made(kind.value.action);
    case 'addCost':
      return made(kind.value.cost);
    case 'announce':
      return made(kind.value.announcement);
    case 'saveDraft':
      return made(kind.value.draft);
    case 'addTask':
      return made(kind.value.task);
    default:
      return [];
  }
}

/** Gives every id of the command that `renamed` names its other value, in place. */
export function renameIds(command: Command, renamed: ReadonlyMap<string, string>): void {
  eachId(reflect(CommandSchema, command), (id) => renamed.get(id));
}

function made(...ids: (string | undefined)[]): MadeIds[] {
  return ids.flatMap((id) => (id === undefined || id === '0' ? [] : [{ first: id, count: 1 }]));
}

/** Whether one of these ids is anywhere in the command. */
export function namesAny(command: Command, ids: ReadonlySet<string>): boolean {
  let found = false;
  eachId(reflect(CommandSchema, command), (id) => {
    found ||= ids.has(id);
    return undefined;
  });
  return found;
}

/** Every uint64 of a command is an id; people's words, which may look like one, are strings. */
function eachId(message: ReflectMessage, other: (id: string) => string | undefined): void {
  for (const field of message.fields) {
    if (!message.isSet(field)) continue;
    if (field.fieldKind === 'message') {
      eachId(message.get(field), other);
    } else if (field.fieldKind === 'list') {
      eachIdOfList(message.get(field), other);
    } else if (field.fieldKind === 'scalar' && field.scalar === ScalarType.UINT64) {
      const id = other(String(message.get(field)));
      if (id !== undefined) message.set(field, id);
    }
  }
}

function eachIdOfList(list: ReflectList, other: (id: string) => string | undefined): void {
  const field = list.field();
  for (let index = 0; index < list.size; index++) {
    if (field.listKind === 'message') {
      eachId(list.get(index) as ReflectMessage, other);
    } else if (field.listKind === 'scalar' && field.scalar === ScalarType.UINT64) {
      const id = other(String(list.get(index)));
      if (id !== undefined) list.set(index, id);
    }
  }
}
