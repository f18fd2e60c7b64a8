// What this client and the server tell each other, once there is an outbox: from Hello to Goodbye.
import { NoticeKind, type PresenceEntry, type Welcome } from '../gen/rebond/v1/frame_pb';
import { Role } from '../gen/rebond/v1/kinds_pb';
import { RejectionCode, type Result } from '../gen/rebond/v1/result_pb';
import { Addresses } from './addresses';
import { Announcer } from './announcer';
import type { Connection, Id, MyPresence, SessionOptions, Who } from './api';
import { fromHex } from './bytes';
import type { ChangeCollector } from './changes';
import { CafeClock } from './clock-offset';
import { Intake } from './intake';
import { type FrameInit, Link } from './link';
import type { Outbox } from './outbox';
import type { Replica } from './replica';
import { consumesNothing, Sender } from './sender';
import { Told } from './told';
import { TokenChoice } from './token-choice';

const protocolVersion = 1;
/** Until Welcome has named the limits. */
const windowDefault = 64;
const messageBytesDefault = 65_536;

const upgradeCode = 4504;
const supersededCode = 4505;

export interface ConversationEvents {
  /** The replica or the outbox may be different now. */
  stateChanged(): void;
  /** The replica is as new as the server. */
  caughtUp(): void;
  /** The outbox has become another device. */
  deviceReplaced(): void;
}

export class Conversation {
  readonly presence = new Map<number, PresenceEntry>();
  who: Who | undefined;
  readOnly = false;
  readonly told: Told;

  readonly #options: SessionOptions;
  readonly #changes: ChangeCollector;
  readonly #replica: Replica;
  readonly #events: ConversationEvents;
  readonly #addresses: Addresses;
  readonly #clock: CafeClock;
  readonly #link: Link;
  readonly #intake: Intake;
  readonly #sender: Sender;
  readonly #announcer: Announcer;
  #outbox: Outbox | undefined;
  /** Accepted, but the entry that shows it has not come yet. */
  #early: { number: number; seq: number; ids: readonly Id[] }[] = [];
  readonly #tokens = new TokenChoice();
  #helloMs = 0;

  constructor(
    options: SessionOptions,
    replica: Replica,
    changes: ChangeCollector,
    events: ConversationEvents,
  ) {
    const { environment, cafe } = options;
    const after = (ms: number, run: () => void) => environment.after(ms, run);
    this.#options = options;
    this.#changes = changes;
    this.#replica = replica;
    this.#events = events;
    this.told = new Told(() => changes.session());
    this.#addresses = new Addresses(options);
    this.#clock = new CafeClock(environment);
    this.#link = this.#makeLink(cafe);
    this.#intake = this.#makeIntake();
    this.#sender = new Sender({
      waiting: () => this.#outbox?.sendable ?? [],
      dependent: () => this.#dependent(),
      window: () => this.#window(),
      messageBytes: () => this.messageBytes,
      send: (commands) => this.#link.send({ case: 'commands', value: { commands } }),
      after,
    });
    this.#announcer = new Announcer(after, (presence) =>
      this.#link.send({ case: 'presence', value: presence }),
    );
    environment.onBattery?.((percent) => this.#announcer.battery(percent));
  }

  get connection(): Connection {
    return this.#link.connection;
  }

  /** The largest message that the server reads. */
  get messageBytes(): number {
    return this.who?.limits?.messageBytes || messageBytesDefault;
  }

  nowMs(): number {
    return this.#clock.nowMs();
  }

  /** Begins, or begins again, with this outbox. */
  start(outbox: Outbox): void {
    this.#outbox = outbox;
    this.#tokens.begin();
    this.#link.again();
  }

  /** The replica holds what this browser saw last of this history, as this person. */
  restored(epoch: string, who: Who): void {
    this.#intake.restored(epoch);
    this.who = who;
    this.#changes.session();
  }

  /** The history that the replica is a copy of; "0": none. */
  get epoch(): string {
    return this.#intake.resume.resumeEpoch;
  }

  /** Says nothing until the next start(). */
  hold(): void {
    this.#outbox = undefined;
    this.#link.hold();
  }

  outboxChanged(): void {
    this.#announcer.waiting(this.#outbox?.waiting.length ?? 0);
    this.#sender.pump();
  }

  /** The waiting Join was accepted. */
  joined(participant: Id | undefined): void {
    this.#tokens.joined();
    if (this.who && participant) this.who = { ...this.who, participant, mustJoin: false };
    this.#changes.session();
  }

  /** The outbox has become another device: says Hello as that one. */
  renewed(): void {
    this.#events.deviceReplaced();
    this.#link.again();
  }

  wake(): void {
    // Without an outbox there is nothing to say Hello with.
    if (this.#outbox) this.#link.wake();
  }

  announce(presence: MyPresence): void {
    this.#announcer.set(presence);
  }

  sayGoodbye(): void {
    this.#link.send({ case: 'goodbye', value: {} });
    this.hold();
  }

  #makeLink(cafe: string): Link {
    return new Link(this.#options.environment, cafe, {
      origins: () => this.#addresses.origins,
      hello: () => this.#hello(),
      frame: (frame) => {
        this.#intake.take(frame);
        this.#settleEarly();
        this.#events.stateChanged();
      },
      changed: () => this.#changes.session(),
      down: () => {
        this.#intake.down();
        this.#sender.close();
        this.#announcer.disconnected();
        this.#early = [];
      },
      refused: (code) => this.#refused(code),
    });
  }

  #makeIntake(): Intake {
    return new Intake(this.#replica, {
      welcome: (welcome) => this.#welcome(welcome),
      caughtUp: () => this.#caughtUp(),
      entry: ({ device, command, seq }) => {
        const mine = device !== 0 && device === this.#outbox?.device.device;
        if (mine) this.#outbox?.accepted(command, seq, []);
      },
      result: (result) => this.#result(result),
      presence: (entry) => {
        if (entry.present) this.presence.set(entry.connection, entry);
        else this.presence.delete(entry.connection);
        this.#changes.presence();
      },
      pong: ({ clientTimeMs, serverTimeMs }) => this.#clock.answered(clientTimeMs, serverTimeMs),
      notice: ({ kind }) => this.#notice(kind),
      directory: (directory) => this.told.directory(directory),
      accessList: (list) => this.told.accessList(list),
      personal: (personal) => this.told.personal(personal),
      diverged: (seq, digest) => this.#link.send({ case: 'diverged', value: { seq, digest } }),
      trouble: (trouble) => {
        if (trouble === 'unknown change') this.#link.end(upgradeCode);
        else this.#link.later();
      },
    });
  }

  #hello(): FrameInit {
    const outbox = this.#outbox;
    const key = outbox?.device.key ?? '';
    const token = this.#tokens.of(outbox);
    this.#helloMs = this.#options.environment.monotonicMs();
    return {
      case: 'hello',
      value: {
        protocolMin: protocolVersion,
        protocolMax: protocolVersion,
        token: fromHex(token) ?? new Uint8Array(),
        deviceKey: fromHex(key) ?? new Uint8Array(),
        ...this.#intake.resume,
      },
    };
  }

  #welcome(welcome: Welcome): boolean {
    this.#clock.restart();
    this.#clock.answered(this.#helloMs, welcome.serverTimeMs);
    this.#tokens.welcomed();
    const { role, table, participant, device, mustJoin, joinCode, addresses, limits } = welcome;
    this.who = { role, table, participant, device, mustJoin, joinCode, addresses, limits };
    this.#addresses.learn(addresses);
    this.readOnly = false;
    this.presence.clear();
    this.#changes.session();
    this.#changes.presence();
    if (this.#outbox?.welcome(welcome) !== 'say hello again') return true;
    this.renewed();
    return false;
  }

  #caughtUp(): void {
    this.#link.live();
    this.#announcer.connected();
    this.#sender.open();
    this.#events.caughtUp();
  }

  #result({ command, outcome }: Result): void {
    if (outcome.case === 'accepted') {
      this.#early.push({ number: command, ...outcome.value });
    } else if (outcome.case === 'rejection') {
      const { code, retryAfterMs } = outcome.value;
      if (consumesNothing(code)) this.#sender.postpone(command, retryAfterMs);
      else if (code === RejectionCode.OUT_OF_ORDER) this.#sender.outOfOrder();
      else this.#outbox?.refused(command, outcome.value);
    }
  }

  /** A command leaves the outbox when its entry is in the replica: it never vanishes between. */
  #settleEarly(): void {
    const settled = this.#early.filter(({ seq }) => seq <= this.#replica.seq);
    this.#early = this.#early.filter(({ seq }) => seq > this.#replica.seq);
    for (const { number, seq, ids } of settled) this.#outbox?.accepted(number, seq, ids);
  }

  #notice(kind: NoticeKind): void {
    if (kind === NoticeKind.READ_ONLY) this.readOnly = true;
    if (kind === NoticeKind.WRITABLE) {
      this.readOnly = false;
      this.#sender.unpause();
    }
    this.#changes.session();
  }

  async #refused(code: number): Promise<'end' | 'again' | 'leave'> {
    const outbox = this.#outbox;
    if (!outbox) return 'leave';
    if (code === supersededCode) {
      // Perhaps another tab has rightly taken this device over; then another outbox is opened.
      await outbox.checkLease();
      return this.#outbox === outbox ? 'end' : 'leave';
    }
    return this.#tokens.tryAnother(outbox, code) ? 'again' : 'end';
  }

  /** Only these roles write without a name, so only their ideas get other ids from the server. */
  #dependent(): ReadonlySet<number> {
    const role = this.who?.role;
    const maybeAnonymous = role === Role.PARTICIPANT || role === Role.REMOTE;
    return (maybeAnonymous && this.#outbox?.dependent) || new Set();
  }

  #window(): number {
    // Before the Join is accepted everything else is refused (HS6).
    if (this.who?.mustJoin) return 1;
    return this.who?.limits?.commandsUnacknowledged || windowDefault;
  }
}
