// Breaks a text into lines without changing a character: the lines joined are the text.
import type { Measure } from './types';

export interface Wrapped {
  readonly lines: readonly string[];
  /** There was more than `linesMax` allows; the last line ends with an ellipsis. */
  readonly cut: boolean;
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** French puts a space before these; a line never begins with them. */
const clings = /^[?!:;,.»)%°…]/;

/** Words with the white space behind them; a sign that clings stays with the word before it. */
export function words(text: string): string[] {
  const found = text.match(/\S+\s*|\s+/g) ?? [];
  const joined: string[] = [];
  for (const word of found) {
    const before = joined.at(-1);
    const opens = before !== undefined && /«\s+$/.test(before);
    if (before !== undefined && !before.includes('\n') && (clings.test(word) || opens)) {
      joined[joined.length - 1] = before + word;
    } else {
      joined.push(word);
    }
  }
  return joined;
}

/**
 * The lines of `text` at a font size. `width(n)` is the room on line n, so that the first line can
 * leave a corner free. A word longer than its line is broken between two graphemes.
 */
export function wrap(
  text: string,
  font: number,
  width: (line: number) => number,
  measure: Measure,
  linesMax = Infinity,
): Wrapped {
  const lines: string[] = [];
  let line = '';
  for (const word of words(text)) {
    if (line !== '' && (line.includes('\n') || !fits(line + word, lines.length))) {
      lines.push(line);
      line = '';
    }
    line += word;
    while (!fits(line, lines.length)) {
      const head = longestHead(line, lines.length);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  if (lines.length <= linesMax) return { lines, cut: false };
  return { lines: shorten(lines.slice(0, linesMax)), cut: true };

  function fits(part: string, n: number): boolean {
    return measure(part.trimEnd(), font) <= width(n) || part.length <= 1;
  }

  function longestHead(part: string, n: number): string {
    let head = '';
    for (const { segment } of graphemes.segment(part)) {
      if (head !== '' && measure(head + segment, font) > width(n)) break;
      head += segment;
    }
    return head;
  }

  function shorten(kept: string[]): string[] {
    const last = kept.length - 1;
    let end = (kept[last] ?? '').trimEnd();
    while (end !== '' && measure(`${end}…`, font) > width(last)) {
      end = end.replace(/\s*\S+$/, '');
    }
    return [...kept.slice(0, last), `${end}…`];
  }
}
