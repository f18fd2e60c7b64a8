// What only some roles are told: names, wishes, links that were given out, and the person's own.
import type {
  AccessEntry,
  AccessList,
  Directory,
  Personal,
} from '../gen/rebond/v1/frame_pb';
import type { Id, MyThings, Wishes } from './api';

export const nothingOfMine: MyThings = {
  name: '',
  dots: new Map(),
  drafts: [],
  cards: new Set(),
  answers: [],
};

/** Each part is replaced whole by what the server says; `changed` is called then. */
export class Told {
  names: ReadonlyMap<Id, string> = new Map();
  wishes: ReadonlyMap<Id, Wishes> = new Map();
  access: readonly AccessEntry[] = [];
  mine: MyThings = nothingOfMine;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  directory({ people }: Directory): void {
    this.names = new Map(people.map(({ participant, name }) => [participant, name]));
    this.wishes = new Map(
      people.flatMap(({ participant, wishes }) => (wishes ? [[participant, wishes]] : [])),
    );
    this.#changed();
  }

  accessList({ access }: AccessList): void {
    this.access = access;
    this.#changed();
  }

  personal({ name, dots, drafts, cards, answers }: Personal): void {
    this.mine = {
      name,
      dots: new Map(dots.map((each) => [each.card, each.dots])),
      drafts: drafts.map(({ draft, table, text }) => ({ id: draft, table, text, waiting: false })),
      cards: new Set(cards),
      answers,
    };
    this.#changed();
  }
}
