// Dates as the hall says them.

/** "2026-11-25T14:00" as "mercredi 25 novembre 2026, 14:00"; other words stay as they are. */
export function whenText(
  date: string,
  language: string,
  dateStyle: 'full' | 'long' = 'full',
): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(date.trim()) ?? [];
  const moment = new Date(`${day}T${time ?? '12:00'}`);
  if (!day || Number.isNaN(moment.getTime())) return date;
  const spoken = new Intl.DateTimeFormat(language, { dateStyle }).format(moment);
  if (!time) return spoken;
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(moment);
  return `${spoken}, ${clock}`;
}
