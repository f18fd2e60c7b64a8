// The language of the people's words, for screen readers: it may differ from the page's.
import { getContext, setContext } from 'svelte';

const key = Symbol('words-language');

/** To be called by the frame of a page; `read` gives the café's language, e.g. "fr". */
export function provideWordsLanguage(read: () => string | undefined): void {
  setContext(key, read);
}

/** A function to be called where words are shown. */
export function wordsLanguage(): () => string | undefined {
  return getContext<(() => string | undefined) | undefined>(key) ?? (() => undefined);
}
