// What a person is called on the facilitator's page.
import type { Messages } from '../../i18n/fr';
import type { PersonView } from '../../state/people.svelte';

/** The name, or "Invité 12". */
export function personName(texts: Messages, person: PersonView | undefined): string {
  if (!person) return texts.desk.none;
  return person.name || texts.desk.guest(person.number);
}

/** "a, b et c". */
export function listed(texts: Messages, words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  const rest = words.slice(0, -1);
  return rest.length === 0 ? last : texts.desk.andOthers(rest.join(', '), last);
}
