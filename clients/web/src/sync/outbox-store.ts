// Where an outbox is kept: what an implementation must do, and the one in memory.

/** A device of the café: one for each tab, with the commands that it has not got rid of. */
export interface DeviceRow {
  /** The device key, 32 hexadecimal digits. */
  key: string;
  /** Which link the device belongs to: the café and the link's token. */
  link: string;
  /** The token of its connections, 32 hexadecimal digits: the link's, or a personal one. */
  token: string;
  /** The personal token that its waiting Join asks for; "" when none waits. */
  joining: string;
  /** The history that its number belongs to; "" until the key was granted a number. */
  epoch: string;
  /** Its number, and so the upper half of its ids; 0: none yet. */
  device: number;
  /** The lower half of the next id. */
  nextCounter: number;
  /** The number of the next command. */
  nextNumber: number;
  /** Names its commands on this device. */
  nextSerial: number;
  /** The tab that uses it, and until when nobody else may (the device's clock). */
  holder: string;
  leaseUntilMs: number;
}

export interface CommandRow {
  key: string;
  /** The key of its device. */
  owner: string;
  /** Its place in the order of the device. */
  number: number;
  /** An encoded Command. */
  bytes: Uint8Array;
  sinceMs: number;
  /** Present when the server refused it; then `number` means nothing any more. */
  rejection?: { code: number; field: string; remedy: string };
}

export interface Holding {
  device: DeviceRow;
  commands: CommandRow[];
}

/** Everything is done in one transaction, or nothing. */
export interface OutboxWrite {
  /** The device as it is from now on. Its holder must still hold it, else LeaseLost. */
  device: DeviceRow;
  put?: readonly CommandRow[];
  remove?: readonly string[];
  /** A device that this one replaces. */
  removeDevice?: string;
}

/** Another tab has taken the device over. */
export class LeaseLost extends Error {}

export interface OutboxStore {
  /** Survives a reload. */
  readonly durable: boolean;

  /**
   * Lets `choose` pick a device of the links that begin so, from all that are stored, or make one;
   * stores its answer and returns it with its commands in order. Undefined when `choose` wants
   * none.
   */
  claim(
    links: string,
    choose: (stored: readonly Holding[]) => DeviceRow | undefined,
  ): Promise<Holding | undefined>;

  /** Resolves when it is on the device's disk. Writes are done in the order of the calls. */
  write(change: OutboxWrite): Promise<void>;
}

/** Rejected commands last, the others in the order in which they were made. */
export function inOrder(commands: CommandRow[]): CommandRow[] {
  return commands.sort(
    (a, b) => Number(!!a.rejection) - Number(!!b.rejection) || a.number - b.number,
  );
}

/** For browsers that keep nothing, and for roles that only read. */
export class MemoryOutboxStore implements OutboxStore {
  readonly durable = false;
  readonly #devices = new Map<string, DeviceRow>();
  readonly #commands = new Map<string, CommandRow>();

  async claim(
    links: string,
    choose: (stored: readonly Holding[]) => DeviceRow | undefined,
  ): Promise<Holding | undefined> {
    const stored = [...this.#devices.values()]
      .filter((device) => device.link.startsWith(links))
      .map((device) => this.#holding({ ...device }));
    const device = choose(stored);
    if (!device) return undefined;
    this.#devices.set(device.key, { ...device });
    return this.#holding({ ...device });
  }

  async write({ device, put = [], remove = [], removeDevice }: OutboxWrite): Promise<void> {
    const before = this.#devices.get(device.key);
    if (before && before.holder !== device.holder) throw new LeaseLost();
    this.#devices.set(device.key, { ...device });
    for (const key of remove) this.#commands.delete(key);
    for (const command of put) this.#commands.set(command.key, { ...command });
    if (removeDevice !== undefined) this.#devices.delete(removeDevice);
  }

  #holding(device: DeviceRow): Holding {
    const commands = [...this.#commands.values()].filter(({ owner }) => owner === device.key);
    return { device, commands: inOrder(commands.map((command) => ({ ...command }))) };
  }
}
