// Lines break where French lets them, and no character is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../../src/screen/map/wrap';

const measure = (text: string, font: number) => text.length * font;
const tenLetters = () => 100;

describe('wrap', () => {
  it('gives lines that joined are the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 300 }),
        (text, room) => {
          expect(wrap(text, 10, () => room, measure).lines.join('')).toBe(text);
        },
      ),
    );
  });

  it('never begins a line with a sign that French keeps with the word before it', () => {
    const { lines } = wrap('cumulus plutôt que chauffe bain ? 25 °', 10, tenLetters, measure);
    expect(lines.some((line) => /^[?°]/.test(line))).toBe(false);
  });

  it('breaks a word that is longer than the line', () => {
    const { lines } = wrap('anticonstitutionnellement', 10, tenLetters, measure);
    expect(lines).toEqual(['anticonsti', 'tutionnell', 'ement']);
  });

  it('leaves a corner of the first line free', () => {
    const width = (line: number) => (line === 0 ? 40 : 100);
    expect(wrap('un deux trois', 10, width, measure).lines).toEqual(['un ', 'deux trois']);
  });

  it('ends with an ellipsis when there are too many lines', () => {
    const wrapped = wrap('un deux trois quatre cinq', 10, tenLetters, measure, 2);
    expect(wrapped.cut).toBe(true);
    expect(wrapped.lines.at(-1)).toMatch(/…$/);
  });

  it('breaks where the person broke the line', () => {
    expect(wrap('un\ndeux', 10, tenLetters, measure).lines).toEqual(['un\n', 'deux']);
  });
});
