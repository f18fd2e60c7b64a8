// A tab of a browser with a café's page in it.
import type { MessageInitShape } from '@bufbuild/protobuf';
import { ResumeMode, type WelcomeSchema } from '../../../src/gen/rebond/v1/frame_pb';
import { Role } from '../../../src/gen/rebond/v1/kinds_pb';
import type { Session } from '../../../src/sync/api';
import { openSession } from '../../../src/sync/session';
import type { ScriptedSocket } from './socket';
import { MapStore, until, type World } from './world';

export const linkToken = new Uint8Array(16).fill(0xaa);

type WelcomeInit = MessageInitShape<typeof WelcomeSchema>;

export interface TabOptions {
  tabStore?: MapStore;
  readsOnly?: boolean;
  token?: Uint8Array;
  /** The café is at another address now; its storage is another one too. */
  origin?: string;
}

export class Tab {
  readonly world: World;
  readonly tabStore: MapStore;
  readonly session: Session;
  readonly #wake = new Set<() => void>();
  readonly #leave = new Set<() => void>();
  readonly #firstSocket: number;
  #crashed = false;

  constructor(world: World, options: TabOptions = {}) {
    const { tabStore = new MapStore(), readsOnly = false, token = linkToken } = options;
    this.world = world;
    this.tabStore = tabStore;
    this.#firstSocket = world.sockets.length;
    const environment = world.environment(tabStore, this.#wake, this.#leave);
    this.session = openSession({
      origin: options.origin ?? 'http://cafe.test:8080',
      cafe: 'c1',
      token,
      readsOnly,
      environment: {
        ...environment,
        after: (ms, run) => environment.after(ms, () => this.#crashed || run()),
      },
    });
  }

  /** A tab that is connected and up to date. */
  static async live(world: World, welcome: WelcomeInit = {}, options: TabOptions = {}) {
    const tab = new Tab(world, options);
    await tab.welcomed(welcome);
    return tab;
  }

  /** The newest socket. */
  get socket(): ScriptedSocket {
    const socket = this.world.sockets.at(-1);
    if (!socket || this.world.sockets.length <= this.#firstSocket) throw new Error('no socket yet');
    return socket;
  }

  /** A socket is opened and has said Hello. */
  async greeted(): Promise<void> {
    await until(() => this.world.sockets.length > this.#firstSocket && !this.socket.closed);
    this.socket.onOpen();
  }

  async welcomed(welcome: WelcomeInit = {}): Promise<void> {
    await this.greeted();
    this.welcome(welcome);
  }

  /** By default: a captain's device 5 in an empty café of epoch 77. */
  welcome(welcome: WelcomeInit = {}): void {
    const value: WelcomeInit = {
      protocol: 1,
      epoch: '77',
      mode: ResumeMode.ENTRIES,
      device: 5,
      role: Role.CAPTAIN,
      table: '3',
      serverTimeMs: 1_767_225_600_000,
      ...welcome,
    };
    this.socket.control({ case: 'welcome', value });
  }

  /** The connection breaks; the next one is made. */
  async reconnected(welcome: WelcomeInit = {}): Promise<void> {
    const before = this.world.sockets.length;
    this.socket.onClose(1006);
    this.world.advance(500);
    await until(() => this.world.sockets.length > before);
    await this.welcomed(welcome);
  }

  /** The page is loaded again. */
  reload(): Tab {
    this.leave();
    return new Tab(this.world, { tabStore: this.tabStore });
  }

  /** The browser duplicates the tab, with what the tab has stored. */
  duplicate(): Tab {
    return new Tab(this.world, { tabStore: this.tabStore.copy() });
  }

  leave(): void {
    for (const run of [...this.#leave]) run();
  }

  /** The tab is gone without a word: nothing of it runs any more. */
  crash(): void {
    this.#crashed = true;
  }

  wake(): void {
    for (const run of [...this.#wake]) run();
  }

  /** Takes an idea; resolves when it is stored. Returns the card's id. */
  async addCard(text: string): Promise<string> {
    const card = this.session.newId();
    const run = this.session.newId();
    await this.session.send({ case: 'addCard', value: { card, run, table: '3', text } });
    return card;
  }

  texts(): string[] {
    return this.session.waiting.map(({ command: { kind } }) =>
      kind.case === 'addCard' ? kind.value.text : String(kind.case),
    );
  }
}
