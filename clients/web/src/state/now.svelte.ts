// Café time as a signal, for clocks.
import type { Session } from '../sync/api';

const tickMs = 100;

/** Café time, renewed ten times a second while the page is open. */
export class Now {
  #ms = $state.raw(0);

  constructor(session: Session) {
    this.#ms = session.serverNow();
    setInterval(() => {
      this.#ms = session.serverNow();
    }, tickMs);
  }

  get ms(): number {
    return this.#ms;
  }
}
