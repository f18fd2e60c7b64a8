// The list of what was sent, opened from anywhere on a page.
import { getContext, setContext } from 'svelte';

const key = Symbol('sent-list');

/** To be called by the frame of a page. */
export function provideSentList(open: () => void): void {
  setContext(key, open);
}

/** To be called while a component is made: a function that opens the list. */
export function sentListOpener(): () => void {
  return getContext<(() => void) | undefined>(key) ?? (() => {});
}
