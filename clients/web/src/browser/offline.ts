// Makes a page load again while the server is away, where the browser allows it: on https, and on
// the server's own machine (localhost). Elsewhere, on plain http, there is no service worker.

/** By then a page has fetched its parts. */
const partsMs = 10_000;

/** Registers the service worker, and tells it what this page has loaded. Never rejects. */
export async function keepPage(): Promise<void> {
  if (!globalThis.isSecureContext || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    const tell = () => {
      const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
      active?.postMessage([location.pathname, ...loaded]);
    };
    tell();
    // Parts that were fetched while the worker was not yet in charge.
    setTimeout(tell, partsMs);
  } catch {
    // A certificate that the browser does not trust, or a browser that keeps nothing.
  }
}

/** Whether this page can be loaded again while the server is away. */
export function pageIsKept(): boolean {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  return !!serviceWorker?.controller;
}
