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
    default:
      return [];
  }
}

/** Gives every id of the command that `renamed` names its other value, in place. */
export function renameIds(command: Command, renamed: ReadonlyMap<string, string>): void {
  renameIn(reflect(CommandSchema, command), renamed);
}

function made(...ids: (string | undefined)[]): MadeIds[] {
  return ids.flatMap((id) => (id === undefined || id === '0' ? [] : [{ first: id, count: 1 }]));
}

/** Every uint64 of a command is an id; people's words, which may look like one, are strings. */
function renameIn(message: ReflectMessage, renamed: ReadonlyMap<string, string>): void {
  for (const field of message.fields) {
    if (!message.isSet(field)) continue;
    if (field.fieldKind === 'message') {
      renameIn(message.get(field), renamed);
    } else if (field.fieldKind === 'list') {
      renameInList(message.get(field), renamed);
    } else if (field.fieldKind === 'scalar' && field.scalar === ScalarType.UINT64) {
      const other = renamed.get(String(message.get(field)));
      if (other !== undefined) message.set(field, other);
    }
  }
}

function renameInList(list: ReflectList, renamed: ReadonlyMap<string, string>): void {
  const field = list.field();
  for (let index = 0; index < list.size; index++) {
    if (field.listKind === 'message') {
      renameIn(list.get(index) as ReflectMessage, renamed);
    } else if (field.listKind === 'scalar' && field.scalar === ScalarType.UINT64) {
      const other = renamed.get(String(list.get(index)));
      if (other !== undefined) list.set(index, other);
    }
  }
}
