// What a person is typing, kept by the browser: neither a reload nor a closed tab loses a word.
//
// The tab's own storage comes first, so that two tabs of one link do not mix their words; the
// browser's is for a tab that was closed, or killed while the tablet slept.
import type { TypedDraft } from '../sync/api';

export class Draft {
  readonly #name: string;
  #text = $state('');

  /** `name` is the field's, on this page. */
  constructor(name: string) {
    this.#name = name;
    this.#text = read(name);
    opened.set(name, this);
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    write(this.#name, text);
  }
}

/** The fields of this page, by name. */
const opened = new Map<string, Draft>();

/** Everything that is being typed on this page, also in fields that are not shown now. */
export function typedDrafts(): TypedDraft[] {
  const prefix = draftKey('');
  const names = attempt(() => Object.keys(localStorage)) ?? [];
  return names
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .map((name) => ({ name, text: read(name) }))
    .filter(({ text }) => text !== '');
}

/** Puts back what a file holds: behind what is being typed, and only what is not there already. */
export function restoreDrafts(drafts: readonly TypedDraft[]): void {
  for (const { name, text } of drafts) {
    const field = opened.get(name);
    const before = field?.text ?? read(name);
    if (before.includes(text)) continue;
    const both = before === '' ? text : `${before}\n${text}`;
    if (field) field.text = both;
    else write(name, both);
  }
}

/** Of this link: a tablet that is handed to another table shows nothing of the last one. */
function draftKey(name: string): string {
  const { pathname = '', hash = '' } = globalThis.location ?? {};
  let sum = 0x811c9dc5;
  for (const character of pathname + hash) {
    sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `rebond.draft.${sum.toString(16)}.${name}`;
}

function read(name: string): string {
  const key = draftKey(name);
  return (
    attempt(() => sessionStorage.getItem(key)) ?? attempt(() => localStorage.getItem(key)) ?? ''
  );
}

function write(name: string, text: string): void {
  const key = draftKey(name);
  for (const storage of [() => sessionStorage, () => localStorage]) {
    attempt(() => (text === '' ? storage().removeItem(key) : storage().setItem(key, text)));
  }
}

/** A browser that keeps nothing: the text is still on the page. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
