// What this client and the server tell each other, once there is an outbox: from Hello to Goodbye.
import { type AccessEntry, NoticeKind, type PresenceEntry, type Welcome } from '../gen/rebond/v1/frame_pb';
import { RejectionCode, type Result } from '../gen/rebond/v1/result_pb';
import { Announcer } from './announcer';
import type { Connection, Id, MyPresence, SessionOptions, Who } from './api';
import { fromHex } from './bytes';
import type { ChangeCollector } from './changes';
import { CafeClock } from './clock-offset';
import { Intake } from './intake';
import { type FrameInit, Link } from './link';
import type { Outbox } from './outbox';
import type { Replica } from './replica';
import { Sender } from './sender';

const protocolVersion = 1;
/** Until Welcome has named the limits. */
const windowDefault = 64;
const messageBytesDefault = 65_536;

const upgradeCode = 4504;
const supersededCode = 4505;
/** The server knows no such token, or knows the device by another one. */
const wrongTokenCodes = [4500, 4501];

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
  names: ReadonlyMap<Id, string> = new Map();
  access: readonly AccessEntry[] = [];

  readonly #options: SessionOptions;
  readonly #changes: ChangeCollector;
  readonly #replica: Replica;
  readonly #events: ConversationEvents;
  readonly #clock: CafeClock;
  readonly #link: Link;
  readonly #intake: Intake;
  readonly #sender: Sender;
  readonly #announcer: Announcer;
  #outbox: Outbox | undefined;
  /** Accepted, but the entry that shows it has not come yet. */
  #early: { number: number; seq: number; ids: readonly Id[] }[] = [];
  /** Which of the outbox's tokens is used, and how many the server has refused since a Welcome. */
  #token = 0;
  #tokensRefused = 0;
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
    this.#clock = new CafeClock(environment);
    this.#link = this.#makeLink(cafe);
    this.#intake = this.#makeIntake();
    this.#sender = new Sender({
      waiting: () => this.#outbox?.sendable ?? [],
      window: () => this.#window(),
      messageBytes: () => this.messageBytes,
      send: (commands) => this.#link.send({ case: 'commands', value: { commands } }),
      after,
    });
    this.#announcer = new Announcer(after, (presence) =>
      this.#link.send({ case: 'presence', value: presence }),
    );
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
    this.#token = 0;
    this.#tokensRefused = 0;
    this.#link.again();
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
    this.#token = 0;
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
      origins: () => this.#origins(),
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
      directory: ({ people }) => {
        this.names = new Map(people.map(({ participant, name }) => [participant, name]));
        this.#changes.session();
      },
      accessList: ({ access }) => {
        this.access = access;
        this.#changes.session();
      },
      diverged: (seq, digest) => this.#link.send({ case: 'diverged', value: { seq, digest } }),
      trouble: (trouble) => {
        if (trouble === 'unknown change') this.#link.end(upgradeCode);
        else this.#link.later();
      },
    });
  }

  /** Where the page came from, then the server's other addresses ("192.168.1.10:8080"). */
  #origins(): string[] {
    const { origin } = this.#options;
    const scheme = origin.slice(0, origin.indexOf('//') + 2);
    const others = (this.who?.addresses ?? []).map((address) =>
      address.includes('//') ? address : scheme + address,
    );
    return [...new Set([origin, ...others])];
  }

  #hello(): FrameInit {
    const outbox = this.#outbox;
    const key = outbox?.device.key ?? '';
    const token = outbox?.tokens[this.#token] ?? '';
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
    this.#tokensRefused = 0;
    const { role, table, participant, device, mustJoin, joinCode, addresses, limits } = welcome;
    this.who = { role, table, participant, device, mustJoin, joinCode, addresses, limits };
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
    // While a Join has no outcome, the server may know the device by either token.
    this.#tokensRefused += 1;
    const another = this.#tokensRefused < outbox.tokens.length && wrongTokenCodes.includes(code);
    if (another) this.#token = (this.#token + 1) % outbox.tokens.length;
    return another ? 'again' : 'end';
  }

  #window(): number {
    // Before the Join is accepted everything else is refused (HS6).
    if (this.who?.mustJoin) return 1;
    return this.who?.limits?.commandsUnacknowledged || windowDefault;
  }
}

function consumesNothing(code: RejectionCode): boolean {
  return (
    code === RejectionCode.RATE_LIMITED ||
    code === RejectionCode.OVERLOADED ||
    code === RejectionCode.READ_ONLY
  );
}
