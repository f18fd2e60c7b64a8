// Whether a page can be loaded again while the server is away: its own files, and what it has seen.
import assert from 'node:assert/strict';

const keptMs = 60_000;

/** Waits until the service worker has all parts of the page, and the browser the words `seen`. */
export async function kept(page, seen = '') {
  const end = Date.now() + keptMs;
  while (!(await page.evaluate(isKept, seen))) {
    assert.ok(Date.now() < end, 'the page is not kept');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function isKept(text) {
  if (!navigator.serviceWorker.controller) return false;
  const loaded = performance
    .getEntriesByType('resource')
    .map((entry) => new URL(entry.name).pathname)
    .filter((path) => path.startsWith('/assets/'));
  const cache = await caches.open('rebond-pages-1');
  const files = (await cache.keys()).map((request) => new URL(request.url).pathname);
  const states = await new Promise((resolve) => {
    const opening = indexedDB.open('rebond-state', 1);
    opening.onsuccess = () => {
      const all = opening.result.transaction('states').objectStore('states').getAll();
      all.onsuccess = () => resolve(all.result);
    };
  });
  return (
    loaded.some((path) => path.includes('SentList')) &&
    files.includes('/kept-page/captain') &&
    loaded.every((path) => files.includes(path)) &&
    states.some(({ bytes }) => new TextDecoder().decode(bytes).includes(text))
  );
}
