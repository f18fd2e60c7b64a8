// The words of the pages: plurals, names of steps, and two dictionaries that say the same things.
import { describe, expect, it } from 'vitest';
import type { LinkKind } from '../../../src/gen/rebond/v1/kinds_pb';
import type { RejectionCode } from '../../../src/gen/rebond/v1/result_pb';
import { en } from '../../../src/i18n/en';
import { fr } from '../../../src/i18n/fr';
import { endedText, linkPhrase, rejectionText, stepName } from '../../../src/i18n/names';
import { matches } from '../../../src/state/search';

const nbsp = '\u00a0';

function keys(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keys(value, `${path}${key}.`) : [path + key],
  );
}

function strings(texts: object): string[] {
  return Object.values(texts).flatMap((value) => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function')
      return [String((value as (...args: unknown[]) => string)(2, 3, 4))];
    return strings(value as object);
  });
}

describe('the dictionaries', () => {
  it('use the singular for nothing in French and the plural in English', () => {
    expect([0, 1, 2].map(fr.ideas)).toEqual([`0${nbsp}idée`, `1${nbsp}idée`, `2${nbsp}idées`]);
    expect([0, 1, 2].map(en.ideas)).toEqual([`0${nbsp}ideas`, `1${nbsp}idea`, `2${nbsp}ideas`]);
  });

  it('have the same entries', () => {
    expect(keys(en).sort()).toEqual(keys(fr).sort());
  });

  it('put a non-breaking space before the French signs that want one', () => {
    const wrong = strings(fr).filter((text) => / [?:;!»]|« /.test(text));
    expect(wrong).toEqual([]);
  });

  it('name every step of the built-in script', () => {
    expect(stepName(fr, 'round-2')).toBe(`Tour${nbsp}2`);
    expect(stepName(fr, 'table-syntheses')).toBe('Synthèses des tables');
    expect(stepName(fr, 'a-step-of-tomorrow')).toBe('a-step-of-tomorrow');
  });

  it('have words for what a newer server may say', () => {
    expect(rejectionText(fr, 99 as RejectionCode)).toContain('99');
    expect(endedText(fr, 4999)).toBe(fr.ended.other);
    expect(linkPhrase(fr, 99 as LinkKind, '')).toBe(fr.kinds.unknown);
    expect(linkPhrase(fr, 99 as LinkKind, 'rend possible')).toBe('rend possible');
  });
});

describe('the search of ideas', () => {
  it('finds words whatever their accents and capitals', () => {
    expect(matches("récupérer les eaux de pluie, l'Énergie", 'energie EAUX')).toBe(true);
    expect(matches('récupérer les eaux de pluie', 'gaz')).toBe(false);
    expect(matches('n’importe quoi', ' ')).toBe(true);
  });
});
