// Amounts, days and lengths of time as people read them.
import type { LanguageTag } from '../../i18n/language.svelte';

/** "2 658 €". */
export function euros(language: LanguageTag, amount: number): string {
  const style = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(language, style).format(amount);
}

/** "0,5" for fifty hundredths. */
export function decimal(language: LanguageTag, value: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
}

/** "0,5" or "0.5" as hundredths; undefined for what is no number from 0 to 10 000. */
export function hundredths(text: string): number | undefined {
  const value = Number(text.trim().replace(',', '.') || '0');
  return Number.isFinite(value) && value >= 0 && value <= 10_000
    ? Math.round(value * 100)
    : undefined;
}

/** A whole number from 0 to `max`; undefined for anything else. */
export function whole(text: string, max = 4_000_000): number | undefined {
  const value = Number(text.replace(/[\s\u00a0\u202f]/g, '') || '0');
  return Number.isInteger(value) && value >= 0 && value <= max ? value : undefined;
}
