// What a page may rely on: a session of a café, as types only.
//
//   import { openSession } from '../sync/session';
//   import { browserEnvironment, linkOfPage } from '../browser/environment';
//
//   const session = openSession({ ...linkOfPage(location), environment: browserEnvironment() });
//   session.subscribe((changes) => { … });            // at most every 100 ms
//   session.replica.all('card');                       // what is confirmed and what waits, in one
//   await addCard(session, { table, text: 'Une idée' });      // compose.ts
//
// Nothing in src/sync knows the DOM or Svelte: time, chance, sockets and storage come in through
// `Environment`.
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Command, CommandSchema } from '../gen/rebond/v1/command_pb';
import type { Wishes } from '../gen/rebond/v1/method_command_pb';
import type { AccessEntry, Limits, PresenceEntry } from '../gen/rebond/v1/frame_pb';
import type { Role } from '../gen/rebond/v1/kinds_pb';
import type { RejectionCode } from '../gen/rebond/v1/result_pb';
import type { Environment, KeyValueStore, Socket } from './needs';
import type { KindName, Records } from './record-kinds';
import type { TextState } from './text';

export type { AccessEntry, Command, KindName, Limits, PresenceEntry, Records, Role, TextState };
export type { Wishes };
export type { Environment, KeyValueStore, Socket };

/** An id: a decimal string, "0" for none. Compare with ===, never by order. */
export type Id = string;

/** The connection as the person sees it: one value, so that no two flags can disagree. */
export type Connection =
  /** The first connection is being made, or one after a wait. */
  | { status: 'connecting' }
  /** Connected, and everything up to the server's head is here. */
  | { status: 'live' }
  /** Nothing was heard for 10 s: what is shown may be old. A new connection is being made. */
  | { status: 'stale' }
  /** The last attempt failed; the next one comes `retryInMs` after this value was made. */
  | { status: 'waiting'; retryInMs: number }
  /**
   * Over until the page is loaded again. `code` is a close code, 4500 to 4999 (`CloseCode`).
   * 4504 also means: the server knows more than this page, "please reload".
   */
  | { status: 'ended'; code: number };

/** Who this session is; known from the first Welcome on. */
export interface Who {
  role: Role;
  /** A captain's table, "0" for none. */
  table: Id;
  /** The person's number, "0" for none. */
  participant: Id;
  /** This device's number; 0 when the role only reads. */
  device: number;
  /** The link is a join link and `Session.join()` has not been accepted yet. */
  mustJoin: boolean;
  /** The short code to type, for the roles that show it; else "". */
  joinCode: string;
  /** Where the server can be reached, best first, e.g. "192.168.1.10:8080". */
  addresses: readonly string[];
  limits: Limits | undefined;
}

/** A stretch of a text by one author, in the order of the text. */
export interface Words {
  characters: string;
  /** The person, "0" when only the device is known. */
  author: Id;
  device: number;
  /** Café time; 0 while `waiting`. */
  atMs: number;
  /** Taken out; still there to read. A folded stretch has no characters any more. */
  hidden: boolean;
  /** On this device only, so far. */
  waiting: boolean;
}

/**
 * The café as this session sees it: the confirmed state, with this device's waiting commands on
 * top.
 *
 * Records and texts are never changed in place: a changed one is another object, an unchanged one
 * stays the same object. So `===` tells whether something changed.
 */
export interface ReplicaView {
  /** The last entry applied; 0: none. */
  readonly seq: number;
  /** Café time of that entry. */
  readonly atMs: number;
  /** Whether there is a whole state to show (a first snapshot or the first entries have come). */
  readonly loaded: boolean;

  get<K extends KindName>(kind: K, id: Id): Records[K] | undefined;
  /** All records of a kind, by id, in no promised order; withdrawn and hidden ones too. */
  all<K extends KindName>(kind: K): ReadonlyMap<Id, Records[K]>;

  /** The text of a card: `.visible` is the string. An empty text when there is none. */
  text(id: Id): TextState;
  /** The same text stretch by stretch, with its authors; hidden ones too. */
  words(id: Id): readonly Words[];
  /** Whether a command of this device that concerns the record or text is not confirmed yet. */
  isWaiting(id: Id): boolean;
  /** Digest of the confirmed state, 32 lower-case hexadecimal digits (rule DG5). */
  digest(): string;
}

/** A command to send, e.g. `{ case: 'hideCard', value: { card, hidden: true } }`. */
export type CommandInit = NonNullable<MessageInitShape<typeof CommandSchema>['kind']> & {
  case: string;
};

/** A command on this device that has no outcome yet. */
export interface WaitingCommand {
  /** Names the command on this device, also after a reload and in `rejected`. */
  readonly key: string;
  readonly command: Command;
  /** When the person acted, in café time. */
  readonly sinceMs: number;
  /** Kept on the device's disk (see `Session.storage`). */
  readonly stored: boolean;
}

/** A command that the server refused; kept, with its words, until it is dismissed. */
export interface RejectedCommand {
  readonly key: string;
  readonly command: Command;
  readonly sinceMs: number;
  readonly code: RejectionCode;
  /** The field of the command, e.g. "add_card.table"; may be empty. */
  readonly field: string;
  /** In English, for logs. */
  readonly remedy: string;
}

export type Outcome =
  /** `seq` 0: accepted in private, or so long ago that its entry is forgotten. */
  | { accepted: true; seq: number; ids: readonly Id[] }
  | { accepted: false; rejected: RejectedCommand };

export interface Sent {
  readonly key: string;
  /** Settles when the server has decided; never, when the page is closed before. */
  readonly outcome: Promise<Outcome>;
}

/** What the person does at this moment; never stored. */
export interface MyPresence {
  /** The card, group or table that the person is writing at, "0" for none. */
  writingAt: Id;
  handRaised: boolean;
  /** A captain asks for one more minute. */
  asksMinute?: boolean;
}

/** Words that only their writer sees, until they are shared. */
export interface MyDraft {
  readonly id: Id;
  readonly table: Id;
  readonly text: string;
  /** On this device only, so far. */
  readonly waiting: boolean;
}

/** What only this person, or this captain's table, is told; with what waits on this device. */
export interface MyThings {
  /** "" when none is known. */
  readonly name: string;
  /** The own dots, by card. */
  readonly dots: ReadonlyMap<Id, number>;
  readonly drafts: readonly MyDraft[];
  /** The own anonymous ideas. */
  readonly cards: ReadonlySet<Id>;
  /** The own answers on leaving, one a question: 1 no, 2 partly, 3 yes; empty: none. */
  readonly answers: readonly number[];
}

/** What changed since the last call of the listener. */
export interface Changes {
  /** Read everything again: another snapshot was loaded. The sets below are then empty. */
  readonly everything: boolean;
  readonly records: ReadonlyMap<KindName, ReadonlySet<Id>>;
  readonly texts: ReadonlySet<Id>;
  /** Anything of the session but `replica` and `presence`. */
  readonly session: boolean;
  readonly presence: boolean;
}

/** What a person was typing, by the name of the field. */
export interface TypedDraft {
  readonly name: string;
  readonly text: string;
}

export type ImportOutcome =
  /** So many commands were taken in, so many were here or had arrived; and what was being typed. */
  | { loaded: number; known: number; drafts: readonly TypedDraft[] }
  | { refused: 'no such file' | 'another café' | 'not yet' };

export interface Session {
  readonly connection: Connection;
  /** Undefined until the first Welcome. */
  readonly who: Who | undefined;
  /** The café takes no commands until there is room on the server's disk; they wait here. */
  readonly readOnly: boolean;
  readonly replica: ReplicaView;
  /** In the order in which they were made; those of a device that this page empties come last. */
  readonly waiting: readonly WaitingCommand[];
  readonly rejected: readonly RejectedCommand[];
  /** Names of participants, for the roles entitled to them; else empty. */
  readonly names: ReadonlyMap<Id, string>;
  /** What people wish for the plan of seats, for the facilitator; else empty. */
  readonly wishes: ReadonlyMap<Id, Wishes>;
  /** Drafts, dots, anonymous ideas and answers of this person, or this captain's table. */
  readonly mine: MyThings;
  /** The links that were given out, for the facilitator; else empty. */
  readonly access: readonly AccessEntry[];
  /** Who is here, by connection. */
  readonly presence: ReadonlyMap<number, PresenceEntry>;
  /** Where waiting commands are kept: memory loses them on a reload; 'none': only reads. */
  readonly storage: 'device' | 'memory' | 'none';
  /** The device has its number, so ids can be made and commands sent; also after a reload. */
  readonly canWrite: boolean;

  /** Café time now, in milliseconds since 1970. */
  serverNow(): number;

  /**
   * A new id; with `count`, the first of so many consecutive ids. Throws unless `canWrite`.
   * An id that was taken is saved with the first command that is sent after it.
   */
  newId(count?: number): Id;

  /**
   * Takes a command: at once visible in `replica` and `waiting`, then stored, then sent, and sent
   * again until it has an outcome, over reconnections and reloads.
   *
   * Resolves when it is stored. Rejects only when `canWrite` is false.
   */
  send(command: CommandInit): Promise<Sent>;

  /**
   * Exchanges the join link for a personal one (when `who.mustJoin`); `name` may be empty.
   * From then on this link opens as that person in this browser.
   */
  join(name: string): Promise<Sent>;

  /**
   * Makes another link, for `table` when the role is a captain's. Its token (32 hexadecimal digits)
   * opens the café once the outcome is accepted.
   */
  giveAccess(role: Role, table: Id): Promise<Sent & { token: string }>;

  /** Forgets a rejected command and its words. */
  dismiss(key: string): Promise<void>;

  /** What waits on this device, with what is being typed, as the text of a file. */
  exportWaiting(drafts: readonly TypedDraft[]): string;

  /**
   * Takes in such a file, also while the server is away. Nothing comes twice: not from a file that
   * is loaded again, nor when the device that saved it sends it too, as long as both have the same
   * link. With another link the commands become this device's own.
   */
  importWaiting(file: string): Promise<ImportOutcome>;

  /** Tells the others; at most every 100 ms, the latest value wins. */
  setPresence(presence: MyPresence): void;

  /** Reconnects now instead of waiting; for a button, and when the page is looked at again. */
  retryNow(): void;

  /**
   * Calls back at most once a frame, and every 100 ms where people write; returns the function that
   * ends it.
   */
  subscribe(listener: (changes: Changes) => void): () => void;

  /** Ends the connection; what is stored stays stored. */
  close(): void;
}

export interface SessionOptions {
  /** Where the page came from, e.g. "http://192.168.1.10:8080". */
  origin: string;
  cafe: string;
  /** The 16 bytes from the fragment of the link. */
  token: Uint8Array;
  /** The role of the link only reads (a screen): nothing is stored on the device. */
  readsOnly: boolean;
  environment: Environment;
}
