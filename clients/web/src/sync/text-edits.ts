// From what a person sees to what the person typed: the edits between two wordings.
//
// Each begins and ends between characters as people see them (grapheme clusters), so that no accent
// and no emoji is cut.
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { TextEditSchema } from '../gen/rebond/v1/text_pb';
import { codePoints, utf8Length, wellFormed } from './code-points';
import { hunks } from './diff';
import type { CharacterPosition, CharacterRange, TextState } from './text';

export type EditInit = MessageInitShape<typeof TextEditSchema>;

/**
 * One edit that hides, and one for each new run; none when nothing changed. `newRun` gives each run
 * its id; a run has at most `runBytesMax` bytes.
 */
export function textEdits(
  shown: TextState,
  typed: string,
  newRun: () => string,
  runBytesMax = Infinity,
): EditInit[] {
  const before = graphemes(shown.visible);
  const lengths = before.map(codePoints);
  const ranges: CharacterRange[] = [];
  const inserts: EditInit[] = [];
  let graphemesSeen = 0;
  let start = 0;
  for (const { from, to, by } of hunks(before, graphemes(wellFormed(typed)))) {
    start += sum(lengths.slice(graphemesSeen, from));
    graphemesSeen = from;
    ranges.push(...visibleRanges(shown, start, start + sum(lengths.slice(from, to))));

    let after = visiblePosition(shown, start - 1);
    for (const characters of chunks(by, runBytesMax)) {
      const run = newRun();
      const place = after && { after };
      const value = { run, characters, ...place };
      inserts.push({ text: shown.id, edit: { case: 'insert', value } });
      after = { run, offset: codePoints(characters) - 1 };
    }
  }
  if (ranges.length === 0) return inserts;
  return [{ text: shown.id, edit: { case: 'hide', value: { ranges } } }, ...inserts];
}

/** The place of a character that people see; undefined before the first one. */
export function visiblePosition(text: TextState, index: number): CharacterPosition | undefined {
  const [range] = visibleRanges(text, index, index + 1);
  return range && { run: range.run, offset: range.from };
}

/** Cuts into pieces of at most so many bytes, between characters as people see them. */
export function chunks(characters: readonly string[], bytesMax: number): string[] {
  const cut: string[] = [];
  let bytes = Infinity;
  for (const character of characters) {
    const more = utf8Length(character);
    if (bytes + more > bytesMax || cut.length === 0) {
      cut.push('');
      bytes = 0;
    }
    cut[cut.length - 1] += character;
    bytes += more;
  }
  return cut;
}

/** Characters as people see them; code points where the browser cannot tell. */
export function graphemes(text: string): string[] {
  // Firefox has it since version 125 only.
  if (typeof Intl.Segmenter !== 'function') return Array.from(text);
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The visible characters [from, to), counted in code points, as ranges of runs. */
function visibleRanges(text: TextState, from: number, to: number): CharacterRange[] {
  const ranges: CharacterRange[] = [];
  let start = 0;
  for (const piece of text.pieces) {
    if (piece.hidden) continue;
    const first = Math.max(from, start) - start;
    const last = Math.min(to, start + piece.length) - start;
    if (first < last) {
      ranges.push({ run: piece.run, from: piece.from + first, to: piece.from + last });
    }
    start += piece.length;
  }
  return ranges;
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
