// Where the server can be reached: where the page came from, then what the server said of itself.
//
// What it said is remembered, so that a page that is opened again finds the server at its other
// address too.
import type { SessionOptions } from './api';

export class Addresses {
  readonly #options: SessionOptions;
  #others: readonly string[];

  constructor(options: SessionOptions) {
    this.#options = options;
    const known = options.environment.browserStore.get(this.#key) ?? '';
    this.#others = known.split(' ').filter((address) => address !== '');
  }

  /** The server names its addresses, e.g. "192.168.1.10:8080". */
  learn(addresses: readonly string[]): void {
    this.#others = addresses;
    this.#options.environment.browserStore.set(this.#key, addresses.join(' '));
  }

  /** To be tried one after the other, e.g. "http://192.168.1.10:8080". */
  get origins(): readonly string[] {
    const { origin } = this.#options;
    const scheme = origin.slice(0, origin.indexOf('//') + 2);
    const others = this.#others.map((address) =>
      address.includes('//') ? address.replace(/\/$/, '') : scheme + address,
    );
    // A page that came over TLS may not speak in the clear.
    return [...new Set([origin, ...others.filter((other) => other.startsWith(scheme))])];
  }

  get #key(): string {
    return `rebond/addresses/${this.#options.cafe}`;
  }
}
