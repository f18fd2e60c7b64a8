// Numbers with their nouns.

const nbsp = '\u00a0';

/** "0 idée", "1 idée", "2 idées": French says one below two; English only for one itself. */
export function count(language: 'fr' | 'en', n: number, one: string, many: string): string {
  const singular = language === 'fr' ? Math.abs(n) < 2 : Math.abs(n) === 1;
  return `${formatNumber(language, n)}${nbsp}${singular ? one : many}`;
}

function formatNumber(language: 'fr' | 'en', n: number): string {
  return new Intl.NumberFormat(language).format(n);
}
