// The commands of this device that are not settled, and the device's own numbers.
//
// Held in memory and, step by step, on the device's disk: a command and the counters that it used
// are stored in one transaction. Rules EO1, EO6 and HS5 of docs/protocol.md rest on this file.
import { create, toBinary } from '@bufbuild/protobuf';
import type { Welcome } from '../gen/rebond/v1/frame_pb';
import { type Command, CommandSchema } from '../gen/rebond/v1/command_pb';
import { type Rejection, RejectionCode } from '../gen/rebond/v1/result_pb';
import type { CommandInit, Id, RejectedCommand, Sent } from './api';
import { toHex } from './bytes';
import { makeId } from './command-ids';
import { dependentOnIdeas, OutboxIds } from './outbox-ids';
import {
  decoded,
  type Item,
  itemOfRow,
  newItem,
  type OutboxEvents,
  rejectedRow,
  waitingRow,
} from './outbox-item';
import type { DeviceRow, Holding, OutboxStore, OutboxWrite } from './outbox-store';
import { LeaseLost } from './outbox-store';

export class Outbox {
  readonly #store: OutboxStore;
  readonly #events: OutboxEvents;
  readonly #randomBytes: (count: number) => Uint8Array;
  #row: DeviceRow;
  #waiting: Item[] = [];
  #rejected: RejectedCommand[] = [];
  #storeFailed = false;
  #lost = false;
  /** Under a key of which the server knows more: the last command that may have an outcome. */
  #asksUntil = 0;
  readonly #ids = new OutboxIds();

  constructor(
    store: OutboxStore,
    { device, commands }: Holding,
    randomBytes: (count: number) => Uint8Array,
    events: OutboxEvents,
  ) {
    this.#store = store;
    this.#events = events;
    this.#randomBytes = randomBytes;
    this.#row = device;
    for (const row of commands) {
      if (row.rejection) {
        this.#rejected.push({ ...row, ...row.rejection, command: decoded(row.bytes) });
      } else {
        this.#waiting.push(itemOfRow(row));
      }
    }
  }

  get device(): Readonly<DeviceRow> {
    return this.#row;
  }

  get waiting(): readonly Item[] {
    return this.#waiting;
  }

  /** What may be sent on this connection; in a new history only what asks for an outcome (EP3). */
  get sendable(): readonly Item[] {
    if (this.#asksUntil === 0) return this.#waiting;
    return this.#waiting.filter((item) => item.number <= this.#asksUntil);
  }

  /** What must not be sent before the ideas that it names have an outcome: they may get new ids. */
  get dependent(): ReadonlySet<number> {
    return dependentOnIdeas(this.#waiting);
  }

  get rejected(): readonly RejectedCommand[] {
    return this.#rejected;
  }

  /** Whether what waits survives a reload. */
  get durable(): boolean {
    return this.#store.durable && !this.#storeFailed;
  }

  /** The tokens that the server may know this device by, the likelier one first. */
  get tokens(): string[] {
    return this.#row.joining ? [this.#row.token, this.#row.joining] : [this.#row.token];
  }

  newId(count = 1): Id {
    const id = makeId(this.#row.device, this.#row.nextCounter);
    this.#row.nextCounter += count;
    return id;
  }

  /**
   * What the server says about this device fits what is here; else a new device was made, with the
   * waiting commands, and has to say Hello. A new history, or a server that knows more of this
   * device, may hold some of them already: then their outcomes are asked for first.
   */
  welcome({ epoch, device, lastCommand, head, mustJoin }: Welcome): 'ready' | 'say hello again' {
    if (this.#row.joining && !mustJoin) this.#joinAccepted();
    if (this.#row.epoch === '') {
      this.#assign(epoch, device, head);
      return 'ready';
    }
    const first = this.#waiting[0]?.number ?? this.#row.nextNumber;
    const known = this.#row.device === device;
    const ahead = lastCommand >= this.#row.nextNumber;
    const another = this.#row.epoch !== epoch;
    const asks = (another || ahead) && known && lastCommand >= first && this.#waiting.length > 0;
    this.#asksUntil = asks ? lastCommand : 0;
    if (asks) return 'ready';
    if (!another && known && !ahead && lastCommand >= first - 1) return 'ready';
    this.#becomeNewDevice();
    return 'say hello again';
  }

  /** Takes a command; `limitBytes` is the largest that the server reads. */
  async add(
    kind: CommandInit,
    context: { baseSeq: number; sinceMs: number; limitBytes: number },
  ): Promise<Sent> {
    // Encoded and decoded: what is shown here is exactly what the others will see.
    const { baseSeq, sinceMs, limitBytes } = context;
    const init = { baseSeq, kind } as Parameters<typeof create<typeof CommandSchema>>[1];
    const command = decoded(toBinary(CommandSchema, create(CommandSchema, init)));
    const item = this.#newItem(command, sinceMs);
    if (item.bytes.length > limitBytes) {
      await this.#refuse(item, { code: RejectionCode.LIMIT, field: '', remedy: 'too large' });
    } else {
      await this.#enqueue(item);
    }
    return { key: item.key, outcome: item.outcome };
  }

  /** Takes over a command that another device has not got rid of. */
  async take(command: Command, sinceMs: number): Promise<void> {
    await this.#enqueue(this.#newItem(command, sinceMs));
  }

  /** Takes over an item of an outbox that was lost. */
  async adopt(item: Item): Promise<void> {
    this.#claimIds(item);
    await this.#enqueue(item);
  }

  #newItem(command: Command, sinceMs: number): Item {
    const key = `${this.#row.key}/${this.#row.nextSerial++}`;
    const item = newItem(key, command, sinceMs);
    this.#claimIds(item);
    return item;
  }

  /** Resolves when it is stored, or known to be impossible to store. */
  async #enqueue(item: Item): Promise<void> {
    item.number = this.#row.nextNumber++;
    if (item.command.kind.case === 'join') this.#row.joining = toHex(item.command.kind.value.token);
    this.#waiting = [...this.#waiting, item];
    this.#events.changed();
    item.stored = await this.#write({ put: [waitingRow(this.#row.key, item)] });
    // A lost outbox hands its items over; they are not sent from here.
    item.ready = !this.#lost;
    this.#waiting = [...this.#waiting];
    this.#events.changed();
  }

  /** The command is done: an entry or a result says so. Unknown numbers are ignored. */
  accepted(number: number, seq: number, ids: readonly Id[]): void {
    const item = this.#waiting.find((each) => each.number === number);
    if (!item) return;
    // First, because what waits for this outcome may be sent at once.
    const others = this.#waiting.filter((each) => each !== item);
    const changed = this.#ids.given(item.command, ids, others);
    this.#remove(number);
    const { kind } = item.command;
    if (kind.case === 'join') this.#joinAccepted(kind.value.participant);
    const put = changed.map((other) => waitingRow(this.#row.key, other));
    void this.#write({ put, remove: [item.key] });
    item.settle({ accepted: true, seq, ids });
    this.#renewWhenAnswered();
  }

  refused(number: number, rejection: Pick<Rejection, 'code' | 'field' | 'remedy'>): void {
    const item = this.#remove(number);
    if (!item) return;
    if (item.command.kind.case === 'join') this.#row.joining = '';
    void this.#refuse(item, rejection);
    this.#renewWhenAnswered();
  }

  async dismiss(key: string): Promise<void> {
    this.#rejected = this.#rejected.filter((rejected) => rejected.key !== key);
    this.#events.changed();
    await this.#write({ remove: [key] });
  }

  /** Takes over what another device's outbox could not get rid of. */
  async inherit(other: Outbox): Promise<void> {
    this.#rejected = [...this.#rejected, ...other.rejected];
    this.#events.changed();
    const put = other.rejected.map((rejected) => rejectedRow(this.#row.key, rejected));
    await this.#write({ put, removeDevice: other.device.key });
  }

  /** Keeps the device until `leaseUntilMs`; 0 gives it back. */
  async renewLease(leaseUntilMs: number): Promise<void> {
    this.#row.leaseUntilMs = leaseUntilMs;
    await this.#write({});
  }

  /** Finds out whether this page still holds the device; `lost` is called when it does not. */
  async checkLease(): Promise<void> {
    await this.#write({});
  }

  #joinAccepted(participant?: Id): void {
    if (!this.#row.joining) return;
    this.#row.token = this.#row.joining;
    this.#row.joining = '';
    this.#events.joined(this.#row.token, participant);
  }

  /** The server has granted a number in a history. */
  #assign(epoch: string, device: number, head: number): void {
    if (device === 0) return;
    if (this.#row.device !== device) this.#row.nextCounter = 1;
    this.#row.epoch = epoch;
    this.#row.device = device;
    for (const item of this.#waiting) {
      item.command.baseSeq = Math.min(item.command.baseSeq, head);
      this.#claimIds(item);
    }
    this.#events.changed();
    void this.#write({ put: this.#waiting.map((item) => waitingRow(this.#row.key, item)) });
  }

  #renewWhenAnswered(): void {
    if (this.#asksUntil === 0 || this.sendable.length > 0) return;
    this.#asksUntil = 0;
    this.#becomeNewDevice();
    this.#events.renewed();
  }

  /** Another history, or one that has lost commands: begins again as a new device. */
  #becomeNewDevice(): void {
    const removeDevice = this.#row.key;
    this.#row = { ...this.#row, key: toHex(this.#randomBytes(16)), epoch: '', nextNumber: 1 };
    for (const item of this.#waiting) item.number = this.#row.nextNumber++;
    const rejected = this.#rejected.map((command) => rejectedRow(this.#row.key, command));
    const waiting = this.#waiting.map((item) => waitingRow(this.#row.key, item));
    this.#events.changed();
    void this.#write({ put: [...waiting, ...rejected], removeDevice });
  }

  #claimIds(item: Item): void {
    this.#ids.claim(item, this.#row.device, (count) => this.newId(count));
  }

  #remove(number: number): Item | undefined {
    const found = this.#waiting.find((item) => item.number === number);
    if (!found) return undefined;
    this.#waiting = this.#waiting.filter((item) => item !== found);
    this.#events.changed();
    return found;
  }

  async #refuse(
    item: Item,
    { code, field, remedy }: Pick<Rejection, 'code' | 'field' | 'remedy'>,
  ): Promise<void> {
    const { key, command, sinceMs } = item;
    const rejected: RejectedCommand = { key, command, sinceMs, code, field, remedy };
    this.#rejected = [...this.#rejected, rejected];
    this.#events.changed();
    item.settle({ accepted: false, rejected });
    await this.#write({ put: [rejectedRow(this.#row.key, rejected)] });
  }

  /** Whether it is on the disk. A disk that refuses stops nobody: the words stay in memory. */
  async #write(change: Omit<OutboxWrite, 'device'>): Promise<boolean> {
    if (this.#lost) return false;
    try {
      await this.#store.write({ device: { ...this.#row }, ...change });
      return true;
    } catch (error) {
      if (error instanceof LeaseLost) this.#lose();
      else this.#storeFailed = true;
      this.#events.changed();
      return false;
    }
  }

  #lose(): void {
    if (this.#lost) return;
    this.#lost = true;
    this.#events.lost();
  }
}
