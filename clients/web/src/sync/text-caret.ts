// Where a caret stands in a text that others are changing: behind a character, not at a number.
import { codePoints, unitOffset } from './code-points';
import { visiblePosition } from './text-edits';
import type { CharacterPosition, TextState } from './text';

/** The character behind which the caret stands; undefined at the very beginning. */
export type Caret = CharacterPosition | undefined;

/** `offset` is a textarea's: UTF-16 units of `text.visible`. */
export function caretAt(text: TextState, offset: number): Caret {
  return visiblePosition(text, codePoints(text.visible.slice(0, offset)) - 1);
}

/** The caret's offset in a newer text, in UTF-16 units: behind its character, or where that stood. */
export function caretOffset(text: TextState, caret: Caret): number {
  if (!caret) return 0;
  let units = 0;
  for (const piece of text.pieces) {
    const inside = caret.offset - piece.from;
    const here = piece.run === caret.run && inside >= 0 && inside < piece.length;
    if (here) return units + (piece.hidden ? 0 : unitOffset(piece.characters, inside + 1));
    if (!piece.hidden) units += piece.characters.length;
  }
  return units;
}
