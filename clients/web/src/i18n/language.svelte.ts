// The language of the page: the browser's, until the person chooses another.
import { en } from './en';
import { fr, type Messages } from './fr';

export type LanguageTag = 'fr' | 'en';

const key = 'rebond.language';

class Language {
  #tag = $state<LanguageTag>(chosenBefore() ?? browserLanguage());

  get tag(): LanguageTag {
    return this.#tag;
  }

  /** Every text of the pages, in the current language. */
  get texts(): Messages {
    return this.#tag === 'fr' ? fr : en;
  }

  /** Speaks the hall's language, on a page that nobody sits at. Not remembered. */
  follow(tag: string): void {
    if (tag.startsWith('fr')) this.#speak('fr');
    if (tag.startsWith('en')) this.#speak('en');
  }

  choose(tag: LanguageTag): void {
    this.#speak(tag);
    try {
      localStorage.setItem(key, tag);
    } catch {
      // A browser that keeps nothing asks again next time.
    }
  }

  #speak(tag: LanguageTag): void {
    this.#tag = tag;
    document.documentElement.lang = tag;
  }
}

function chosenBefore(): LanguageTag | undefined {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'fr' || kept === 'en' ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** French first: English only for a browser that prefers it to French. */
function browserLanguage(): LanguageTag {
  for (const tag of navigator.languages) {
    if (tag.startsWith('fr')) return 'fr';
    if (tag.startsWith('en')) return 'en';
  }
  return 'fr';
}

export const language = new Language();
