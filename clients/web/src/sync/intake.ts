// What arrives, in the order in which it counts: control, entries, results, presence (rule CU6).
//
// Keeps the replica: entries without a gap, snapshots whole, digests compared.
import type {
  AccessList,
  Control,
  Directory,
  Notice,
  Personal,
  Pong,
  PresenceEntry,
  ServerFrame,
  StateDigest,
  Welcome,
} from '../gen/rebond/v1/frame_pb';
import { ResumeMode } from '../gen/rebond/v1/frame_pb';
import type { Entry } from '../gen/rebond/v1/entry_pb';
import type { Result } from '../gen/rebond/v1/result_pb';
import { fromHex, toHex } from './bytes';
import type { Replica } from './replica';
import { SnapshotAssembly } from './snapshot-assembly';

export type Trouble =
  /** The server knows more than this page. */
  | 'unknown change'
  /** Something is missing, or is not what it should be: connect again. */
  | 'bad stream';

export interface IntakeEvents {
  /** False: this connection is of no use, the rest of the frame is dropped. */
  welcome(welcome: Welcome): boolean;
  /** The replica has reached the head that Welcome named; once a connection. */
  caughtUp(): void;
  entry(entry: Entry): void;
  result(result: Result): void;
  presence(entry: PresenceEntry): void;
  pong(pong: Pong): void;
  notice(notice: Notice): void;
  directory(directory: Directory): void;
  accessList(list: AccessList): void;
  personal(personal: Personal): void;
  /** The replica is not what the server's is: to be said to the server. */
  diverged(seq: number, digest: Uint8Array): void;
  trouble(trouble: Trouble): void;
}

export class Intake {
  readonly #replica: Replica;
  readonly #events: IntakeEvents;
  /** Which history the replica is a copy of; "0": none that can be resumed. */
  #epoch = '0';
  #welcome: Welcome | undefined;
  #waitsForSnapshot = false;
  #caughtUp = false;
  #assembly: SnapshotAssembly | undefined;
  /** Entries that came while a snapshot was on its way. */
  #held: Entry[] = [];
  /** The server's digests that this replica has not reached yet. */
  readonly #expected = new Map<number, string>();

  constructor(replica: Replica, events: IntakeEvents) {
    this.#replica = replica;
    this.#events = events;
  }

  /** Where to resume: for Hello. */
  get resume(): { resumeEpoch: string; resumeSeq: number } {
    if (this.#epoch === '0') return { resumeEpoch: '0', resumeSeq: 0 };
    return { resumeEpoch: this.#epoch, resumeSeq: this.#replica.seq };
  }

  /** The replica was loaded from what this browser has saved of that history. */
  restored(epoch: string): void {
    this.#epoch = epoch;
  }

  /** The connection is over; what was only half there is forgotten. */
  down(): void {
    this.#welcome = undefined;
    this.#caughtUp = false;
    this.#assembly = undefined;
    this.#held = [];
    this.#expected.clear();
  }

  take(frame: ServerFrame): void {
    for (const control of frame.control) {
      if (!this.#control(control)) return;
    }
    for (const entry of frame.entries) {
      if (!this.#entry(entry)) return;
    }
    this.#checkCaughtUp();
    for (const result of frame.results) this.#events.result(result);
    for (const entry of frame.presence) this.#events.presence(entry);
  }

  /** False when the rest of the frame, and the connection, are of no use. */
  #control({ control }: Control): boolean {
    switch (control.case) {
      case 'welcome':
        return this.#welcomed(control.value);
      case 'snapshotBegin':
        this.#assembly = new SnapshotAssembly(control.value);
        return true;
      case 'snapshotChunk':
        return this.#assembly?.add(control.value.data) ? true : this.#trouble('bad stream');
      case 'snapshotEnd':
        return this.#loadSnapshot(this.#assembly?.finish(control.value));
      case 'stateDigest':
        this.#expect(control.value);
        return true;
      case 'pong':
        this.#events.pong(control.value);
        return true;
      case 'notice':
        this.#events.notice(control.value);
        return true;
      case 'directory':
        this.#events.directory(control.value);
        return true;
      case 'accessList':
        this.#events.accessList(control.value);
        return true;
      case 'personal':
        this.#events.personal(control.value);
        return true;
      default:
        // Resync only announces the snapshot that follows; unknown controls are for newer pages.
        return true;
    }
  }

  #welcomed(welcome: Welcome): boolean {
    this.#welcome = welcome;
    this.#waitsForSnapshot = welcome.mode === ResumeMode.SNAPSHOT;
    if (!this.#waitsForSnapshot) this.#epoch = welcome.epoch;
    return this.#events.welcome(welcome);
  }

  #loadSnapshot(snapshot: ReturnType<SnapshotAssembly['finish']>): boolean {
    this.#assembly = undefined;
    if (!snapshot || !this.#welcome) return this.#trouble('bad stream');
    this.#replica.load(snapshot);
    this.#epoch = this.#welcome.epoch;
    this.#waitsForSnapshot = false;
    this.#compare();
    const held = this.#held;
    this.#held = [];
    return held.every((entry) => this.#entry(entry));
  }

  #entry(entry: Entry): boolean {
    if (this.#assembly || this.#waitsForSnapshot) {
      this.#held.push(entry);
      return true;
    }
    switch (this.#replica.apply(entry)) {
      case 'applied':
        this.#events.entry(entry);
        this.#compare();
        return true;
      case 'old':
        return true;
      case 'gap':
        return this.#trouble('bad stream');
      case 'unknown':
        return this.#trouble('unknown change');
      case 'broken':
        // Half an entry may be applied: nothing can be built on this copy.
        this.#epoch = '0';
        return this.#trouble('bad stream');
    }
  }

  #expect({ seq, digest }: StateDigest): void {
    if (seq < this.#replica.seq) return;
    this.#expected.set(seq, toHex(digest));
    this.#compare();
  }

  #compare(): void {
    if (this.#expected.size === 0 || this.#assembly || this.#waitsForSnapshot) return;
    const { seq } = this.#replica;
    const expected = this.#expected.get(seq);
    for (const passed of this.#expected.keys()) if (passed <= seq) this.#expected.delete(passed);
    if (expected === undefined) return;
    const digest = this.#replica.digestHex();
    if (digest !== expected) this.#events.diverged(seq, fromHex(digest) ?? new Uint8Array());
  }

  #checkCaughtUp(): void {
    if (!this.#welcome || this.#caughtUp || this.#waitsForSnapshot || this.#assembly) return;
    if (this.#replica.seq < this.#welcome.head) return;
    this.#caughtUp = true;
    this.#events.caughtUp();
  }

  #trouble(trouble: Trouble): false {
    this.#events.trouble(trouble);
    return false;
  }
}
