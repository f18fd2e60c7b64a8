// What became of each thing that had to wait here: for the people who ask "did it arrive?".
import { untrack } from 'svelte';
import type { Messages } from '../i18n/fr';
import type { CafeState } from '../state/cafe.svelte';
import { actionName } from '../state/commands';
import type { Command } from '../sync/api';
import { wordsOf } from '../sync/compose';

export interface Sending {
  readonly key: string;
  readonly command: Command;
  readonly state: 'waits' | 'arrived' | 'refused';
}

/** What waited a moment only is not worth a word. */
const worthSayingMs = 2_000;
const keptAtMost = 50;

export class Outcomes {
  readonly #cafe: CafeState;
  #seen = $state.raw<readonly Sending[]>([]);

  /** To be made while a component is. */
  constructor(cafe: CafeState) {
    this.#cafe = cafe;
    $effect(() => this.#note());
  }

  /** The newest first. */
  get list(): readonly Sending[] {
    return this.#seen;
  }

  #note(): void {
    const { waiting, rejected, connection } = this.#cafe;
    const now = this.#cafe.session.serverNow();
    const stillWaits = new Set(waiting.map((each) => each.key));
    const refused = new Set(rejected.map((each) => each.key));
    const before = untrack(() => this.#seen);
    const known = before.map((each): Sending => {
      const state = refused.has(each.key)
        ? 'refused'
        : stillWaits.has(each.key)
          ? 'waits'
          : 'arrived';
      return state === each.state ? each : { ...each, state };
    });
    const keys = new Set(known.map((each) => each.key));
    const more = waiting
      .filter((each) => !keys.has(each.key))
      .filter((each) => connection.status !== 'live' || now - each.sinceMs > worthSayingMs)
      .map(({ key, command }): Sending => ({ key, command, state: 'waits' }));
    const changed = more.length > 0 || known.some((each, index) => each !== before[index]);
    if (changed) this.#seen = [...more.reverse(), ...known].slice(0, keptAtMost);
  }
}

/** The person's own words, or else what was done. */
export function sendingText(texts: Messages, { command }: Sending): string {
  const words = wordsOf(command);
  return words ? texts.quoted(words) : actionName(texts, command);
}
