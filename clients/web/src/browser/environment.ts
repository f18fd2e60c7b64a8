// What a session needs from the world, given by the browser; also on plain http.
import type { Environment, KeyValueStore, SessionOptions, Socket } from '../sync/api';
import { fromHex } from '../sync/bytes';

/** Drawing is the natural pace; a hidden page does not draw and goes on all the same. */
const hiddenFrameMs = 100;

/**
 * The café and the token that an address names: /cafes/{id}/{role}#{token}.
 * Undefined when a part is missing, as in a link that was not copied whole.
 */
export function linkOfPage({
  origin,
  pathname,
  hash,
}: Pick<Location, 'origin' | 'pathname' | 'hash'>):
  Pick<SessionOptions, 'origin' | 'cafe' | 'token'> | undefined {
  const cafe = /^\/cafes\/([^/]+)\/[^/]+\/?$/.exec(pathname)?.[1];
  const token = fromHex(hash.slice(1));
  return cafe && token?.length === 16
    ? { origin, cafe: decodeURIComponent(cafe), token }
    : undefined;
}

export function browserEnvironment(): Environment {
  // What the back button brings back has closed its session: begin again.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
  // Another link, pasted into the same tab.
  addEventListener('hashchange', () => location.reload());
  return {
    openSocket,
    monotonicMs: () => performance.now(),
    wallMs: () => Date.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onFrame,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    indexedDB: globalThis.indexedDB,
    browserStore: keyValueStore(() => localStorage),
    tabStore: keyValueStore(() => sessionStorage),
    onWake,
    onBattery,
    onLeave: (run) => {
      addEventListener('pagehide', run);
      return () => removeEventListener('pagehide', run);
    },
  };
}

function openSocket(url: string, protocol: string): Socket {
  const web = new WebSocket(url, protocol);
  web.binaryType = 'arraybuffer';
  const socket: Socket = {
    onOpen: () => {},
    onMessage: () => {},
    onClose: () => {},
    send: (data) => {
      if (web.readyState === WebSocket.OPEN) web.send(new Uint8Array(data));
    },
    close: () => web.close(),
  };
  web.onopen = () => socket.onOpen();
  web.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => socket.onMessage(new Uint8Array(data));
  web.onclose = ({ code }) => socket.onClose(code);
  return socket;
}

function onFrame(run: () => void): () => void {
  const cancel = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const once = () => {
    cancel();
    run();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, hiddenFrameMs);
  return cancel;
}

function onWake(run: () => void): () => void {
  const seen = () => {
    if (document.visibilityState === 'visible') run();
  };
  document.addEventListener('visibilitychange', seen);
  addEventListener('online', run);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    removeEventListener('online', run);
  };
}

interface Battery extends EventTarget {
  /** 0 to 1. */
  readonly level: number;
}

/** Only some browsers tell it, and only on pages that they trust. */
function onBattery(run: (percent: number) => void): void {
  const { getBattery } = navigator as { getBattery?: () => Promise<Battery> };
  if (!getBattery) return;
  const told = (battery: Battery) => {
    const tell = () => run(Math.max(1, Math.round(battery.level * 100)));
    battery.addEventListener('levelchange', tell);
    tell();
  };
  getBattery.call(navigator).then(told, () => {});
}

/** A browser that keeps nothing, or has no room, loses only what it should have kept. */
function keyValueStore(storage: () => Storage): KeyValueStore {
  return {
    get: (key) => attempt(() => storage().getItem(key)) ?? undefined,
    set: (key, value) => void attempt(() => storage().setItem(key, value)),
    remove: (key) => void attempt(() => storage().removeItem(key)),
  };
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
