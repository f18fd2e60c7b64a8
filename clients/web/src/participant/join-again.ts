// A person whose own link was taken back becomes a newcomer with the link of the hall.
//
// The session finds its devices and personal links by the café in what the browser keeps (see
// sync/outbox-keeper.ts): all of them are forgotten, then the page is loaded again.

const database = 'rebond';

export async function joinAgain(cafe: string): Promise<void> {
  forget(localStorage, `rebond/personal/${cafe}/`);
  forget(sessionStorage, `rebond/tab/${cafe}/`);
  try {
    await forgetDevices(`${cafe}/`);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  location.reload();
}

function forget(storage: Storage, prefix: string): void {
  try {
    const keys = Object.keys(storage).filter((key) => key.startsWith(prefix));
    for (const key of keys) storage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

async function forgetDevices(prefix: string): Promise<void> {
  const db = await done(indexedDB.open(database));
  const transaction = db.transaction('devices', 'readwrite');
  const devices = transaction.objectStore('devices');
  for (const { key, link } of await done<{ key: string; link: string }[]>(devices.getAll())) {
    if (link.startsWith(prefix)) devices.delete(key);
  }
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  db.close();
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });
}
