// How long something lasts, as it is said: "45 min", "2 h 15".
import type { Messages } from '../../i18n/fr';

export function lengthText(texts: Messages, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return texts.facilitator.minuteValue(minutes);
  return texts.desk.run.hours(hours, String(minutes % 60).padStart(2, '0'));
}
