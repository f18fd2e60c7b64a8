// Lists that stay calm: what comes from the other tables must not disturb who types here.
//
// What `read` gives is read again at once when this device did something, else a few times a
// second, and later still while a person types.
import { untrack } from 'svelte';
import type { CafeState } from '../state/cafe.svelte';

const usualMs = 250;
/** Somebody typed less than this ago: is typing. */
const typingMs = 700;
/** Whatever happens, nothing shown is older than this. */
const longestMs = 2_500;

export class Calm<T> {
  readonly #read: () => T;
  #value = $state.raw() as T;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #readAt = 0;
  #typedAt = -typingMs;

  /** To be made while a component is; its effects end with it. */
  constructor(cafe: CafeState, read: () => T) {
    this.#read = read;
    this.#renew();
    $effect(() => {
      const end = cafe.session.subscribe((changes) => {
        // The café's own signals are told first: they have subscribed before.
        if (changes.everything || changes.session) this.#renew();
        else if (changes.records.size > 0 || changes.texts.size > 0) this.#later();
      });
      const typed = () => (this.#typedAt = performance.now());
      addEventListener('input', typed, { passive: true });
      return () => {
        end();
        clearTimeout(this.#timer);
        removeEventListener('input', typed);
      };
    });
  }

  get value(): T {
    return this.#value;
  }

  #later(): void {
    if (this.#timer !== undefined) return;
    const now = performance.now();
    const quiet = Math.max(this.#readAt + usualMs, this.#typedAt + typingMs);
    const wait = Math.min(quiet, Math.max(now, this.#readAt + longestMs)) - now;
    this.#timer = setTimeout(() => this.#due(), Math.max(0, wait));
  }

  #due(): void {
    this.#timer = undefined;
    const now = performance.now();
    const typing = now - this.#typedAt < typingMs;
    if (typing && now - this.#readAt < longestMs) this.#later();
    else this.#renew();
  }

  #renew(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#readAt = performance.now();
    this.#value = untrack(this.#read);
  }
}
