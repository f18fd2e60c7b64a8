// A date of the café as it is said: "mercredi 25 novembre 2026, 14 h".
import type { LanguageTag } from '../../i18n/language.svelte';

/** `date` is ISO 8601, with or without a time of day; anything else is given back as it is. */
export function dateText(language: LanguageTag, date: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(date) ?? [];
  if (!day) return date;
  // Noon, so that no time zone makes another day of it.
  const said = new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(
    new Date(`${day}T12:00:00`),
  );
  return time && time !== '00:00' ? `${said}, ${timeText(language, time)}` : said;
}

function timeText(language: LanguageTag, time: string): string {
  if (language !== 'fr') return time;
  const [hours, minutes] = time.split(':');
  const nbsp = '\u00a0';
  return `${Number(hours)}${nbsp}h${minutes === '00' ? '' : `${nbsp}${minutes}`}`;
}
