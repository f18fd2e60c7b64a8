// The service worker: a page that was opened once can be loaded again while the server is away.
//
// It keeps files only, never what people write. The server's word comes first: its page is asked
// for, and the kept one is for when there is no answer. Browsers allow it on https and localhost.

interface WorkerEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

interface MessageFromPage extends WorkerEvent {
  readonly data: unknown;
}

/** What a service worker sees of itself; the types of its world do not go with those of a page. */
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', run: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', run: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', run: (event: MessageFromPage) => void): void;
}

const worker = self as unknown as Worker;
const cacheName = 'rebond-pages-1';
/** Wi-Fi that is there and leads nowhere: people wait no longer than this for the kept page. */
const patienceMs = 4_000;
/** The oldest go first: files of former versions. */
const filesMax = 300;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  const page = pageOf(pathname);
  if (request.mode === 'navigate' && page) event.respondWith(servePage(request, page));
  else if (isFile(pathname)) event.respondWith(serveFile(request));
});

/** The page says what it has loaded before this worker was there. */
worker.addEventListener('message', (event) => {
  if (!Array.isArray(event.data)) return;
  const urls = event.data.filter((url): url is string => typeof url === 'string');
  event.waitUntil(keepAll(urls));
});

/** All cafés have the same page for a role: it is kept once. */
function pageOf(pathname: string): string | undefined {
  const role = /^\/cafes\/[^/]+\/([a-z]+)\/?$/.exec(pathname)?.[1];
  if (role !== undefined) return `/kept-page/${role}`;
  return pathname === '/' || pathname === '/join' ? '/kept-page' : undefined;
}

function isFile(pathname: string): boolean {
  return pathname.startsWith('/assets/') || pathname === '/favicon.svg';
}

async function servePage(request: Request, page: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  try {
    const response = await withPatience(fetch(request));
    if (response.ok) await cache.put(page, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(page, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

/** A file with a hash in its name never changes. */
async function serveFile(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

async function keepAll(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  for (const url of urls) {
    const { origin, pathname } = new URL(url, worker.location.origin);
    if (origin !== worker.location.origin) continue;
    const page = pageOf(pathname);
    try {
      if (page) await cache.put(page, await succeeded(fetch(pathname)));
      else if (isFile(pathname)) await serveFile(new Request(pathname));
    } catch {
      // The server is away just now; the next time that the page is opened does it.
    }
  }
  const files = await cache.keys();
  for (const file of files.slice(0, Math.max(0, files.length - filesMax))) await cache.delete(file);
}

async function succeeded(response: Promise<Response>): Promise<Response> {
  const answer = await response;
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer;
}

function withPatience(response: Promise<Response>): Promise<Response> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer')), patienceMs);
  });
  return Promise.race([response, late]);
}
