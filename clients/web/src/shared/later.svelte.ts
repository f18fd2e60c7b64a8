// Parts of a page that are fetched after its first picture.
//
// All of them are fetched when the page has come to rest, so that they are there when the server is
// away; a part that is wanted before is fetched at once.
import type { Component } from 'svelte';

// Whatever a component takes: an interface fits only an index of any.
type Props = Record<string, any>;

const parts: Part<any>[] = [];
const restMs = 1_500;

export class Part<P extends Props> {
  readonly #fetch: () => Promise<{ default: Component<P> }>;
  #component = $state.raw<Component<P> | undefined>();
  #failed = $state.raw(false);
  #fetching = false;

  constructor(fetch: () => Promise<{ default: Component<P> }>) {
    this.#fetch = fetch;
    parts.push(this);
  }

  /** Undefined until it is here. */
  get component(): Component<P> | undefined {
    return this.#component;
  }

  /** The last attempt failed. */
  get failed(): boolean {
    return this.#failed;
  }

  async fetch(): Promise<void> {
    if (this.#component || this.#fetching) return;
    this.#fetching = true;
    this.#failed = false;
    try {
      this.#component = (await this.#fetch()).default;
    } catch {
      this.#failed = true;
    }
    this.#fetching = false;
  }
}

/** To be called once, by the frame of a page: fetches what is not here yet, one after the other. */
export function fetchTheRest(): void {
  setTimeout(() => {
    void (async () => {
      for (const part of parts) await part.fetch();
    })();
  }, restMs);
}
