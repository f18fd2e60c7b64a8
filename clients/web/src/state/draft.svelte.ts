// What a person is typing, kept by the tab: a reload of the page loses no word.

export class Draft {
  readonly #key: string;
  #text = $state('');

  constructor(name: string) {
    this.#key = `rebond.draft.${name}`;
    this.#text = read(this.#key);
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    try {
      if (text === '') sessionStorage.removeItem(this.#key);
      else sessionStorage.setItem(this.#key, text);
    } catch {
      // A browser that keeps nothing: the text is still on the page.
    }
  }
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
