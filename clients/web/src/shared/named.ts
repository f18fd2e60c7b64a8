// What people are called on the pages: their first name, or a number.
import type { Messages } from '../i18n/fr';
import type { Id } from '../sync/api';

export interface Named {
  readonly id: Id;
  readonly name: string;
}

/** "Invité 12" for who gave no name. */
export function calledAs(texts: Messages, person: { name: string; number: number }): string {
  return person.name || texts.hall.seating.guest(person.number);
}
