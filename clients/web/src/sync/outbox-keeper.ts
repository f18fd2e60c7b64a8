// Finds the outbox of this tab and keeps it: the store, the tab's mark, the lease, the orphans.
import type { Environment, SessionOptions } from './api';
import { toHex } from './bytes';
import { Outbox } from './outbox';
import { claimDevice, claimOrphan, findSuspects, leaseMs, type TabMark } from './outbox-claim';
import type { OutboxEvents } from './outbox-item';
import { IndexedDbOutboxStore } from './outbox-indexeddb';
import { type DeviceRow, type Holding, MemoryOutboxStore, type OutboxStore } from './outbox-store';

const renewEveryMs = 20_000;
/** A browser that does not even answer keeps nothing. */
const openWithinMs = 3_000;

/** Where a page notes that it has gone away: its name as the holder of the device. */
const leftKey = (deviceKey: string) => `rebond/left/${deviceKey}`;

/** A device that another tab left behind, for a session of its own that only empties it. */
export interface Orphan {
  store: OutboxStore;
  holding: Holding;
}

export class OutboxKeeper {
  readonly #environment: Environment;
  readonly #cafe: string;
  readonly #linkToken: string;
  readonly #readsOnly: boolean;
  readonly #orphan: Orphan | undefined;
  readonly #found: (orphan: Orphan) => void;
  #store: OutboxStore | undefined;
  #outbox: Outbox | undefined;
  #holder = '';
  #suspects: ReadonlyMap<string, number> = new Map();
  #cancelRenewal: (() => void) | undefined;
  #closed = false;

  /** `orphan` is kept instead of an outbox of this tab; `found` is called with other orphans. */
  constructor(
    { environment, cafe, token, readsOnly }: SessionOptions,
    orphan: Orphan | undefined,
    found: (orphan: Orphan) => void,
  ) {
    this.#environment = environment;
    this.#cafe = cafe;
    this.#linkToken = toHex(token);
    this.#readsOnly = readsOnly;
    this.#orphan = orphan;
    this.#found = found;
  }

  /** Never rejects: what cannot be kept on the device is kept in memory. */
  async open(events: OutboxEvents): Promise<Outbox> {
    this.#store ??= this.#orphan?.store ?? (await this.#openStore());
    let holding: Holding;
    try {
      holding = await this.#claim(this.#store);
    } catch {
      this.#store = new MemoryOutboxStore();
      holding = await this.#claim(this.#store);
    }
    const random = (count: number) => this.#environment.randomBytes(count);
    this.#outbox = new Outbox(this.#store, holding, random, events);
    this.#environment.browserStore.remove(leftKey(holding.device.key));
    this.#mark(false);
    this.#renewLater();
    // Perhaps the tablet was at another table until now.
    if (!this.#orphan) void this.#lookForOrphans();
    return this.#outbox;
  }

  /** The device got another key: the tab's mark follows. */
  follow(): void {
    this.#mark(false);
  }

  /** The person has a token of their own now; later tabs with the same link use it. */
  rememberPersonal(token: string): void {
    this.#environment.browserStore.set(this.#personalKey, token);
  }

  /** Gives the device back, as far as that can be done while a page goes away. */
  close(): void {
    this.#closed = true;
    this.#cancelRenewal?.();
    if (this.#orphan || !this.#outbox) return;
    this.#mark(true);
    // The disk may be too slow for a page that goes away: the note beside it is written at once.
    this.#environment.browserStore.set(leftKey(this.#outbox.device.key), this.#holder);
    void this.#outbox.renewLease(0);
  }

  /** Whether this browser keeps the device already. */
  async knows(deviceKey: string): Promise<boolean> {
    let known = this.#outbox?.device.key === deviceKey;
    await this.#store?.claim(`${this.#cafe}/`, (stored) => {
      known ||= stored.some(({ device }) => device.key === deviceKey);
      return undefined;
    });
    return known;
  }

  /** Keeps a device that came in a file, of the same link; undefined when that is impossible. */
  async takeIn({ device, commands }: Holding): Promise<Orphan | undefined> {
    const store = this.#store;
    if (!store) return undefined;
    const holder = toHex(this.#environment.randomBytes(8));
    const leaseUntilMs = this.#environment.wallMs() + leaseMs;
    const held = { ...device, link: this.#link, holder, leaseUntilMs };
    try {
      await store.write({ device: held, put: commands });
      return { store, holding: { device: held, commands } };
    } catch {
      return undefined;
    }
  }

  get #link(): string {
    return this.#orphan?.holding.device.link ?? `${this.#cafe}/${this.#linkToken}`;
  }

  get #markKey(): string {
    return `rebond/tab/${this.#link}`;
  }

  get #personalKey(): string {
    return `rebond/personal/${this.#link}`;
  }

  async #openStore(): Promise<OutboxStore> {
    const { indexedDB } = this.#environment;
    if (this.#readsOnly || !indexedDB) return new MemoryOutboxStore();
    const timeout = new Promise<never>((_, reject) =>
      this.#environment.after(openWithinMs, () => reject(new Error('no answer'))),
    );
    try {
      return await Promise.race([IndexedDbOutboxStore.open(indexedDB), timeout]);
    } catch {
      return new MemoryOutboxStore();
    }
  }

  async #claim(store: OutboxStore): Promise<Holding> {
    if (this.#orphan && !this.#outbox) return this.#orphan.holding;
    this.#holder = toHex(this.#environment.randomBytes(8));
    return claimDevice(store, { ...this.#claimant(), mark: this.#readMark() });
  }

  #claimant() {
    return {
      link: this.#link,
      links: `${this.#cafe}/`,
      token: this.#environment.browserStore.get(this.#personalKey) ?? this.#linkToken,
      holder: this.#holder,
      mark: undefined,
      wallMs: this.#environment.wallMs(),
      hasLeft: ({ key, holder }: DeviceRow) =>
        this.#environment.browserStore.get(leftKey(key)) === holder,
      randomBytes: (count: number) => this.#environment.randomBytes(count),
    };
  }

  #readMark(): TabMark | undefined {
    try {
      return JSON.parse(this.#environment.tabStore.get(this.#markKey) ?? '') as TabMark;
    } catch {
      return undefined;
    }
  }

  #mark(left: boolean): void {
    if (this.#orphan || !this.#outbox) return;
    const mark: TabMark = { key: this.#outbox.device.key, holder: this.#holder, left };
    this.#environment.tabStore.set(this.#markKey, JSON.stringify(mark));
  }

  #renewLater(): void {
    this.#cancelRenewal?.();
    this.#cancelRenewal = this.#environment.after(renewEveryMs, () => void this.#renew());
  }

  async #renew(): Promise<void> {
    await this.#outbox?.renewLease(this.#environment.wallMs() + leaseMs);
    if (!this.#orphan) await this.#lookForOrphans();
    if (!this.#closed) this.#renewLater();
  }

  async #lookForOrphans(): Promise<void> {
    const store = this.#store;
    if (!store?.durable) return;
    try {
      const claimant = { ...this.#claimant(), holder: toHex(this.#environment.randomBytes(8)) };
      const holding = await claimOrphan(store, claimant, this.#suspects);
      if (holding) this.#found({ store, holding });
      this.#suspects = await findSuspects(store, claimant);
    } catch {
      // A store that fails has told the outbox already.
    }
  }
}
