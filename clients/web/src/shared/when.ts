// Dates as people say them: "mercredi 20 janvier à 18:00"; words that are no date stay as they are.
import type { LanguageTag } from '../i18n/language.svelte';

/** `date` is ISO 8601, with or without a time of day, or people's own words. */
export function whenText(tag: LanguageTag, date: string): string {
  const known = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/.exec(date);
  if (!known) return date;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = known.slice(1).map(Number);
  const timed = known[4] !== undefined;
  const at = timed
    ? new Date(year, month - 1, day, hour, minute)
    : new Date(year, month - 1, day);
  return new Intl.DateTimeFormat(tag, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(year !== new Date().getFullYear() && { year: 'numeric' }),
    ...(timed && { hour: '2-digit', minute: '2-digit' }),
  }).format(at);
}
