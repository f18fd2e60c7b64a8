// A world for sessions: its time moves when a test says so, its sockets say what a test says.
//
// Only IndexedDB works by itself (fake-indexeddb, in its own macrotasks); until() waits for it.
import { IDBFactory } from 'fake-indexeddb';
import type { Environment, KeyValueStore } from '../../../src/sync/api';
import { ScriptedSocket } from './socket';

interface Timer {
  atMs: number;
  run: () => void;
}

export class World {
  /** The monotonic clock. */
  nowMs = 1_000;
  /** The wall clock is this much further. */
  wallOffsetMs = 1_767_225_600_000;
  readonly sockets: ScriptedSocket[] = [];
  readonly browserStore = new MapStore();
  /** Undefined: browsers of this world keep nothing. */
  indexedDB: IDBFactory | undefined = new IDBFactory();
  /** Tells a tab how full the battery is; undefined: no tab wants to know. */
  battery: ((percent: number) => void) | undefined;
  /** The next random bytes are all this value; undefined: they differ every time. */
  randomByte: number | undefined;
  #timers: Timer[] = [];
  #drawn: number;

  /** Worlds that begin to draw at other numbers draw other random bytes. */
  constructor(drawn = 0) {
    this.#drawn = drawn;
  }

  /** Moves time on, and runs what is due, in order. */
  advance(ms: number): void {
    const end = this.nowMs + ms;
    for (let timer = this.#due(end); timer; timer = this.#due(end)) {
      this.#timers = this.#timers.filter((other) => other !== timer);
      this.nowMs = Math.max(this.nowMs, timer.atMs);
      timer.run();
    }
    this.nowMs = end;
  }

  /** What a tab sees of this world. `wake` and `leave` collect what the session wants called. */
  environment(tabStore: KeyValueStore, wake: Set<() => void>, leave: Set<() => void>): Environment {
    const added = (set: Set<() => void>, run: () => void) => {
      set.add(run);
      return () => void set.delete(run);
    };
    return {
      openSocket: (url, protocol) => {
        const socket = new ScriptedSocket(url, protocol);
        this.sockets.push(socket);
        return socket;
      },
      monotonicMs: () => this.nowMs,
      wallMs: () => this.nowMs + this.wallOffsetMs,
      after: (ms, run) => this.#after(ms, run),
      onFrame: (run) => this.#after(16, run),
      randomBytes: (count) => this.#random(count),
      indexedDB: this.indexedDB,
      browserStore: this.browserStore,
      tabStore,
      onWake: (run) => added(wake, run),
      onBattery: (run) => (this.battery = run),
      onLeave: (run) => added(leave, run),
    };
  }

  #after(ms: number, run: () => void): () => void {
    const timer = { atMs: this.nowMs + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  #due(end: number): Timer | undefined {
    const due = this.#timers.filter(({ atMs }) => atMs <= end);
    return due.sort((a, b) => a.atMs - b.atMs)[0];
  }

  #random(count: number): Uint8Array {
    this.#drawn += 1;
    const bytes = new Uint8Array(count).fill(this.randomByte ?? 0);
    if (this.randomByte === undefined) new DataView(bytes.buffer).setUint16(count - 2, this.#drawn);
    return bytes;
  }
}

export class MapStore implements KeyValueStore {
  readonly map = new Map<string, string>();

  get(key: string): string | undefined {
    return this.map.get(key);
  }

  set(key: string, value: string): void {
    this.map.set(key, value);
  }

  remove(key: string): void {
    this.map.delete(key);
  }

  copy(): MapStore {
    const copy = new MapStore();
    for (const [key, value] of this.map) copy.map.set(key, value);
    return copy;
  }
}

/** Lets the database work until the condition holds. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 10_000; turn++) {
    if (condition()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`it never came to pass: ${condition}`);
}

/** Lets the database finish what it was given: for what must not happen. */
export async function idle(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
}
