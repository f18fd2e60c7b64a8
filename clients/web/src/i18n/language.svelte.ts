// The language of the page: the browser's, until the person chooses another.
//
// A page fetches the dictionary of its language before it is drawn, and the other one at rest, so
// that a change of language works while the server is away.
import type { Messages } from './fr';

export type LanguageTag = 'fr' | 'en';

const key = 'rebond.language';
const restMs = 4_000;
const againMs = 2_000;

type Dictionaries = Record<LanguageTag, () => Promise<Messages>>;

const whole: Dictionaries = {
  fr: async () => (await import('./fr')).fr,
  en: async () => (await import('./en')).en,
};

/** Without the texts of the facilitator, the projector and the printed sheets: half of it. */
const core: Dictionaries = {
  fr: async () => (await import('./fr-core')).frCore as Messages,
  en: async () => (await import('./en-core')).enCore as unknown as Messages,
};

class Language {
  #tag = $state.raw<LanguageTag>(chosenBefore() ?? browserLanguage());
  #texts = $state.raw<Messages | undefined>();
  #wanted: LanguageTag = this.#tag;
  #dictionaries = whole;

  get tag(): LanguageTag {
    return this.#tag;
  }

  /** Every text of the pages, in the current language; load() must have ended. */
  get texts(): Messages {
    if (!this.#texts) throw new Error('the texts are not loaded yet');
    return this.#texts;
  }

  /** To be awaited before the page is drawn; `forGuests`: it shows texts of fr-core.ts only. */
  async load(forGuests = false): Promise<void> {
    if (forGuests) this.#dictionaries = core;
    await this.#speak(this.#tag);
    while (!this.#texts) {
      await new Promise((resolve) => setTimeout(resolve, againMs));
      await this.#speak(this.#tag);
    }
    const other = this.#tag === 'fr' ? 'en' : 'fr';
    setTimeout(() => void this.#dictionaries[other]().catch(() => {}), restMs);
  }

  /** Speaks the hall's language, on a page that nobody sits at. Not remembered. */
  follow(tag: string): void {
    if (tag.startsWith('fr')) void this.#speak('fr');
    if (tag.startsWith('en')) void this.#speak('en');
  }

  choose(tag: LanguageTag): void {
    void this.#speak(tag);
    try {
      localStorage.setItem(key, tag);
    } catch {
      // A browser that keeps nothing asks again next time.
    }
  }

  /** The last wish counts; a dictionary that cannot be fetched leaves the page as it is. */
  async #speak(tag: LanguageTag): Promise<void> {
    this.#wanted = tag;
    if (this.#texts && tag === this.#tag) return;
    const texts = await this.#dictionaries[tag]().catch(() => undefined);
    if (!texts || this.#wanted !== tag) return;
    this.#texts = texts;
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
