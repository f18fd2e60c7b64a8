// The ids of an outbox's commands: what a command makes has ids of this device (RU8), and what got
// another id since is called by it.
import { toBinary } from '@bufbuild/protobuf';
import { type Command, CommandSchema } from '../gen/rebond/v1/command_pb';
import type { Id } from './api';
import { deviceOfId, idPlus, madeIds, namesAny, renameIds } from './command-ids';
import type { Item } from './outbox-item';

export class OutboxIds {
  /** Ids that were given up, also those that a page may still use. */
  readonly #renamed = new Map<Id, Id>();

  /** Brings the ids of a command up to date, and encodes it; without a `device` only renames. */
  claim(item: Item, device: number, newId: (count: number) => Id): void {
    // Without a number there are no own ids yet: the claim comes when the server grants one.
    const made = device === 0 ? [] : madeIds(item.command);
    for (const { first, count } of made) {
      if (deviceOfId(first) === device || this.#renamed.has(first)) continue;
      const other = newId(count);
      for (let more = 0; more < count; more++) {
        this.#renamed.set(idPlus(first, more), idPlus(other, more));
      }
    }
    if (this.#renamed.size > 0) renameIds(item.command, this.#renamed);
    item.bytes = toBinary(CommandSchema, item.command);
  }

  /**
   * The server gave what the command makes other ids: the idea is anonymous (rules AN). Returns the
   * waiting commands that had to be changed.
   */
  given(command: Command, ids: readonly Id[], waiting: readonly Item[]): Item[] {
    if (command.kind.case !== 'addCard') return [];
    const here = new Map<Id, Id>();
    madeIds(command).forEach(({ first }, index) => {
      const other = ids[index];
      if (other !== undefined && other !== first) here.set(first, other);
    });
    if (here.size === 0) return [];
    for (const [first, other] of here) this.#renamed.set(first, other);
    const changed = waiting.filter((item) => namesAny(item.command, new Set(here.keys())));
    for (const item of changed) {
      renameIds(item.command, here);
      item.bytes = toBinary(CommandSchema, item.command);
    }
    return changed;
  }
}

/** The numbers of the commands that name what a waiting idea before them makes. */
export function dependentOnIdeas(waiting: readonly Item[]): ReadonlySet<number> {
  const made = new Set<Id>();
  const found = new Set<number>();
  for (const { number, command } of waiting) {
    if (made.size > 0 && namesAny(command, made)) found.add(number);
    if (command.kind.case !== 'addCard') continue;
    for (const { first } of madeIds(command)) made.add(first);
  }
  return found;
}
