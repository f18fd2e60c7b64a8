// What a session needs from the world, as types only; src/browser gives it.

export interface Environment {
  openSocket(url: string, protocol: string): Socket;
  /** Milliseconds that only go forward. */
  monotonicMs(): number;
  /** The device's own clock, possibly wrong: leases, and café time before the first Welcome. */
  wallMs(): number;
  /** Calls back once, in `ms`; returns the function that cancels it. */
  after(ms: number, run: () => void): () => void;
  /** Calls back once, when the page draws next, or soon; returns the function that cancels it. */
  onFrame(run: () => void): () => void;
  randomBytes(count: number): Uint8Array;
  /** Undefined: this browser keeps nothing. */
  indexedDB: IDBFactory | undefined;
  /** Kept by the browser for all tabs (localStorage). */
  browserStore: KeyValueStore;
  /** Kept while the tab is open, also over a reload (sessionStorage). */
  tabStore: KeyValueStore;
  /** The page is looked at again, or the network is back. Returns the function that ends it. */
  onWake(run: () => void): () => void;
  /**
   * Calls back with the battery's charge, 1 to 100, now and when it changes; never where the
   * browser does not tell it.
   */
  onBattery?(run: (percent: number) => void): void;
  /** The page is going away (pagehide); only synchronous work is sure to be done. */
  onLeave(run: () => void): () => void;
}

export interface KeyValueStore {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** The part of a WebSocket that a session uses; binary messages only. */
export interface Socket {
  onOpen: () => void;
  onMessage: (data: Uint8Array) => void;
  /** The connection is over, or never came about (then 1006); called once. */
  onClose: (code: number) => void;
  send(data: Uint8Array): void;
  close(): void;
}
