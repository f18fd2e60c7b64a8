// The outbox on the device's disk, in IndexedDB: it also works on plain http.
import {
  type CommandRow,
  type DeviceRow,
  type Holding,
  inOrder,
  LeaseLost,
  type OutboxStore,
  type OutboxWrite,
} from './outbox-store';

const database = 'rebond';
const version = 1;

export class IndexedDbOutboxStore implements OutboxStore {
  readonly durable = true;
  readonly #db: IDBDatabase;

  private constructor(db: IDBDatabase) {
    this.#db = db;
  }

  /** Rejects when the browser refuses to keep anything. */
  static async open(factory: IDBFactory): Promise<IndexedDbOutboxStore> {
    const request = factory.open(database, version);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('devices', { keyPath: 'key' }).createIndex('link', 'link');
      request.result
        .createObjectStore('commands', { keyPath: 'key' })
        .createIndex('owner', 'owner');
    };
    const db = await done(request);
    // A newer page must be able to change the shape while this one is open.
    db.onversionchange = () => db.close();
    return new IndexedDbOutboxStore(db);
  }

  async claim(
    links: string,
    choose: (stored: readonly Holding[]) => DeviceRow | undefined,
  ): Promise<Holding | undefined> {
    const transaction = this.#begin();
    const devices = transaction.objectStore('devices');
    const commands = transaction.objectStore('commands').index('owner');

    const stored: Holding[] = [];
    for (const device of await done<DeviceRow[]>(devices.getAll())) {
      if (!device.link.startsWith(links)) continue;
      stored.push({ device, commands: inOrder(await done(commands.getAll(device.key))) });
    }
    const device = choose(stored);
    if (device) devices.put(device);
    await committed(transaction);

    const before = stored.find((holding) => holding.device.key === device?.key);
    return device && { device, commands: before?.commands ?? [] };
  }

  async write({ device, put = [], remove = [], removeDevice }: OutboxWrite): Promise<void> {
    const transaction = this.#begin();
    const devices = transaction.objectStore('devices');
    const commands = transaction.objectStore('commands');

    const before: DeviceRow | undefined = await done(devices.get(device.key));
    if (before && before.holder !== device.holder) {
      transaction.abort();
      throw new LeaseLost();
    }
    devices.put(device);
    for (const key of remove) commands.delete(key);
    for (const command of put) commands.put(command satisfies CommandRow);
    if (removeDevice !== undefined) devices.delete(removeDevice);
    await committed(transaction);
  }

  #begin(): IDBTransaction {
    return this.#db.transaction(['devices', 'commands'], 'readwrite', { durability: 'strict' });
  }
}

/** Awaiting a request keeps its transaction open; awaiting anything else ends it. */
function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('not stored'));
  });
}
