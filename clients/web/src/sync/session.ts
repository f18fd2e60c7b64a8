// One café on one page: the outbox, the conversation with the server, and what the page sees.
import { Role } from '../gen/rebond/v1/kinds_pb';
import type {
  Changes,
  CommandInit,
  Connection,
  Id,
  ImportOutcome,
  MyPresence,
  MyThings,
  RejectedCommand,
  Sent,
  Session,
  SessionOptions,
  TypedDraft,
  Who,
} from './api';
import { toHex } from './bytes';
import { ChangeCollector } from './changes';
import { Conversation } from './conversation';
import { withWaiting } from './my-things';
import { Notifier, paceMs } from './notifier';
import type { Outbox } from './outbox';
import type { Item } from './outbox-item';
import { type Orphan, OutboxKeeper } from './outbox-keeper';
import { Overlay } from './overlay';
import { Replica } from './replica';
import { StateKeeper } from './state-keeper';
import { CafeView } from './view';
import { writeWaitingFile } from './waiting-file';
import { importWaiting } from './waiting-import';

/** What a message needs beside the one command that it carries. */
const envelopeBytes = 128;

/** Begins at once; what the page sees comes as changes. */
export function openSession(options: SessionOptions): Session {
  return new CafeSession(options);
}

class CafeSession implements Session {
  readonly replica: CafeView;

  readonly #options: SessionOptions;
  readonly #isCourier: boolean;
  readonly #notifier: Notifier;
  readonly #changes: ChangeCollector;
  readonly #state: Replica;
  readonly #keeper: OutboxKeeper;
  readonly #states: StateKeeper;
  readonly #conversation: Conversation;
  readonly #ends: (() => void)[];
  /** They empty what other devices have left. */
  readonly #couriers = new Set<CafeSession>();
  #outbox: Outbox | undefined;
  #overlay: Overlay;
  #overlayStale = false;
  #closed = false;

  /** With an orphan: a courier, which only empties that outbox. */
  constructor(options: SessionOptions, orphan?: Orphan) {
    const { environment } = options;
    this.#options = options;
    this.#isCourier = orphan !== undefined;
    // A projector moves; whoever writes is not to be held up.
    const pace = options.readsOnly ? 0 : paceMs;
    this.#notifier = new Notifier(environment, pace, () => this.#takeChanges());
    this.#changes = new ChangeCollector(() => this.#notifier.wake());
    this.#state = new Replica(this.#changes);
    const nobody = { participant: '0', device: 0, role: Role.UNSPECIFIED };
    this.#overlay = new Overlay(this.#state, [], nobody);
    this.replica = new CafeView(this.#state, () => this.#freshOverlay());
    this.#states = new StateKeeper(options, this.#state, this.#isCourier);
    this.#keeper = new OutboxKeeper(options, orphan, (found) => this.#empty(found));
    this.#conversation = new Conversation(options, this.#state, this.#changes, {
      stateChanged: () => (this.#overlayStale = true),
      caughtUp: () => {
        this.replica.loaded = true;
        this.#states.begin(() => this.#conversation);
      },
      deviceReplaced: () => this.#keeper.follow(),
    });
    this.#ends = [
      environment.onWake(() => this.#conversation.wake()),
      environment.onLeave(() => this.close()),
    ];
    void this.#openOutbox();
  }

  get connection(): Connection {
    return this.#conversation.connection;
  }

  get who(): Who | undefined {
    return this.#conversation.who;
  }

  get readOnly(): boolean {
    return this.#conversation.readOnly;
  }

  get names(): ReadonlyMap<Id, string> {
    return this.#conversation.told.names;
  }

  get wishes(): Session['wishes'] {
    return this.#conversation.told.wishes;
  }

  get mine(): MyThings {
    return withWaiting(this.#conversation.told.mine, this.waiting);
  }

  get access(): Session['access'] {
    return this.#conversation.told.access;
  }

  get presence(): Session['presence'] {
    return this.#conversation.presence;
  }

  get waiting(): readonly Item[] {
    const own = this.#outbox?.waiting ?? [];
    if (this.#couriers.size === 0) return own;
    return [...own, ...[...this.#couriers].flatMap((courier) => courier.waiting)];
  }

  get rejected(): readonly RejectedCommand[] {
    return this.#outbox?.rejected ?? [];
  }

  get storage(): Session['storage'] {
    if (this.#options.readsOnly || this.who?.device === 0) return 'none';
    return this.#outbox?.durable === false ? 'memory' : 'device';
  }

  get canWrite(): boolean {
    return this.#outbox !== undefined && this.#outbox.device.device !== 0;
  }

  serverNow(): number {
    return this.#conversation.nowMs();
  }

  newId(count = 1): Id {
    return this.#writable().newId(count);
  }

  async send(command: CommandInit): Promise<Sent> {
    const limitBytes = this.#conversation.messageBytes - envelopeBytes;
    const context = { baseSeq: this.#state.seq, sinceMs: this.serverNow(), limitBytes };
    return this.#writable().add(command, context);
  }

  async join(name: string): Promise<Sent> {
    const token = this.#options.environment.randomBytes(16);
    return this.send({ case: 'join', value: { participant: this.newId(), token, name } });
  }

  async giveAccess(role: Role, table: Id): Promise<Sent & { token: string }> {
    const token = this.#options.environment.randomBytes(16);
    const sent = await this.send({ case: 'giveAccess', value: { token, role, table } });
    return { ...sent, token: toHex(token) };
  }

  async dismiss(key: string): Promise<void> {
    await this.#outbox?.dismiss(key);
  }

  exportWaiting(drafts: readonly TypedDraft[]): string {
    const { cafe, environment } = this.#options;
    const place = { cafe, table: this.who?.table ?? '0', savedAtMs: environment.wallMs() };
    const outboxes = [this, ...this.#couriers].flatMap((session) => session.#outbox ?? []);
    return writeWaitingFile(place, outboxes, drafts);
  }

  async importWaiting(file: string): Promise<ImportOutcome> {
    const outbox = this.#outbox;
    if (!outbox || this.#options.readsOnly) return { refused: 'not yet' };
    return importWaiting(file, {
      cafe: this.#options.cafe,
      outbox,
      keeper: this.#keeper,
      replica: this.#state,
      browserStore: this.#options.environment.browserStore,
      empty: (orphan) => this.#empty(orphan),
    });
  }

  setPresence(presence: MyPresence): void {
    this.#conversation.announce(presence);
  }

  retryNow(): void {
    this.#conversation.wake();
  }

  subscribe(listener: (changes: Changes) => void): () => void {
    return this.#notifier.subscribe(listener);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const end of this.#ends) end();
    for (const courier of this.#couriers) courier.close();
    this.#conversation.sayGoodbye();
    this.#keeper.close();
    this.#states.close();
    this.#notifier.stop();
  }

  async #openOutbox(lost?: Outbox): Promise<void> {
    const outbox: Outbox = await this.#keeper.open({
      changed: () => this.#outboxChanged(),
      lost: () => this.#outboxLost(outbox),
      joined: (token, participant) => {
        this.#keeper.rememberPersonal(token);
        this.#conversation.joined(participant);
      },
      renewed: () => this.#conversation.renewed(),
    });
    if (this.#closed) return;
    this.#outbox = outbox;
    // What the other tab does not find on the disk goes on with this page.
    for (const item of lost?.waiting ?? []) if (!item.stored) void outbox.adopt(item);
    this.#outboxChanged();
    if (!lost) await this.#states.restore((epoch, who) => this.#showWhatWas(epoch, who));
    if (!this.#closed && this.#outbox === outbox) this.#conversation.start(outbox);
  }

  /** Until the server answers: the café as this browser saw it last. */
  #showWhatWas(epoch: string, who: Who): void {
    this.#conversation.restored(epoch, who);
    this.#overlayStale = true;
    this.replica.loaded = true;
  }

  /** Another tab uses this device now: this one goes on as another device. */
  #outboxLost(outbox: Outbox): void {
    if (this.#isCourier) return this.close();
    this.#outbox = undefined;
    this.#conversation.hold();
    void this.#openOutbox(outbox);
  }

  #outboxChanged(): void {
    this.#overlayStale = true;
    this.#changes.session();
    this.#conversation.outboxChanged();
  }

  #writable(): Outbox {
    if (!this.#outbox || !this.canWrite) throw new Error('this device cannot write yet');
    return this.#outbox;
  }

  #freshOverlay(): Overlay {
    if (!this.#overlayStale) return this.#overlay;
    this.#overlayStale = false;
    const context = {
      participant: this.who?.participant ?? '0',
      device: this.#outbox?.device.device ?? 0,
      role: this.who?.role ?? Role.UNSPECIFIED,
    };
    const before = this.#overlay;
    this.#overlay = new Overlay(this.#state, this.waiting, context);
    before.report(this.#changes);
    this.#overlay.report(this.#changes);
    this.replica.renew();
    return this.#overlay;
  }

  #takeChanges(): Changes {
    this.#states.forgetWhenEnded(this.connection);
    this.#freshOverlay();
    return this.#changes.take();
  }

  /** Sends what another tab left behind, as that tab's device, and takes over what is refused. */
  #empty(orphan: Orphan): void {
    const courier = new CafeSession(this.#options, orphan);
    this.#couriers.add(courier);
    courier.subscribe(() => {
      const left = courier.#outbox;
      const done = left && left.waiting.length === 0;
      if (done) void this.#outbox?.inherit(left);
      if (done || courier.connection.status === 'ended') {
        this.#couriers.delete(courier);
        courier.close();
      }
      this.#overlayStale = true;
      this.#changes.session();
    });
  }
}
