// A text that several people write: pieces of runs, in order.
//
// Rules TX1 to TX6 of docs/protocol.md are its contract. The same type is server/core/text.h; both
// run the cases in tests/cases/texts.json.
import { codePoints, unitOffset } from './code-points';

/** A stretch of one run. Offsets count code points. The generated `Piece` is one. */
export interface PieceOfText {
  readonly run: string;
  readonly from: number;
  readonly length: number;
  /** Empty when folded. */
  readonly characters: string;
  readonly hidden: boolean;
  readonly folded: boolean;
  readonly author: string;
  readonly device: number;
  readonly atMs: number;
}

export interface CharacterPosition {
  readonly run: string;
  readonly offset: number;
}

export interface CharacterRange {
  readonly run: string;
  readonly from: number;
  readonly to: number;
}

export interface NewRun {
  readonly run: string;
  readonly after?: CharacterPosition | undefined;
  readonly characters: string;
  readonly author: string;
  readonly device: number;
  readonly atMs: number;
}

/** What a generated `TextEdit` holds in `edit`. */
export type Edit =
  | { case: 'insert'; value: NewRun }
  | { case: 'hide' | 'show'; value: { readonly ranges: readonly CharacterRange[] } }
  | { case: 'fold'; value: object }
  | { case: undefined; value?: undefined };

/** The text after the edit, or the field for which the edit is refused. */
export type Applied = { text: TextState } | { refused: string };

/** An immutable text: an edit makes another one. */
export class TextState {
  readonly id: string;
  /** In the order of the text, neighbours merged (TX4). */
  readonly pieces: readonly PieceOfText[];
  #visible: string | undefined;

  constructor(id: string, pieces: readonly PieceOfText[] = []) {
    this.id = id;
    this.pieces = pieces;
  }

  /** What people read. */
  get visible(): string {
    this.#visible ??= this.pieces.map((piece) => (piece.hidden ? '' : piece.characters)).join('');
    return this.#visible;
  }

  apply(edit: Edit): Applied {
    switch (edit.case) {
      case 'insert':
        return this.#insert(edit.value);
      case 'hide':
      case 'show':
        return this.#setHidden(edit.value.ranges, edit.case);
      case 'fold':
        return this.#with(this.pieces.map(folded));
      default:
        return { refused: 'edit' };
    }
  }

  #insert(added: NewRun): Applied {
    if (added.run === '0' || this.pieces.some((piece) => piece.run === added.run)) {
      return { refused: 'insert.run' };
    }
    if (added.characters === '') return { refused: 'insert.characters' };

    let pieces = this.pieces;
    let place = 0;
    if (added.after) {
      const { run, offset } = added.after;
      if (find(pieces, run, offset) < 0) return { refused: 'insert.after' };
      pieces = splitAt(pieces, run, offset + 1);
      place = find(pieces, run, offset) + 1;
    }
    const { run, characters, author, device, atMs } = added;
    const length = codePoints(characters);
    const piece = { run, from: 0, length, characters, hidden: false, folded: false };
    return this.#with(replaced(pieces, place, 0, { ...piece, author, device, atMs }));
  }

  #setHidden(ranges: readonly CharacterRange[], field: 'hide' | 'show'): Applied {
    const hidden = field === 'hide';
    let pieces = this.pieces;
    for (const range of ranges) {
      if (!this.#holds(range)) return { refused: field };
      if (!hidden && pieces.some((piece) => piece.folded && overlaps(piece, range))) {
        return { refused: field };
      }
      pieces = splitAt(splitAt(pieces, range.run, range.from), range.run, range.to);
      pieces = pieces.map((piece) => (overlaps(piece, range) ? { ...piece, hidden } : piece));
    }
    return this.#with(pieces);
  }

  #holds({ run, from, to }: CharacterRange): boolean {
    return from < to && find(this.pieces, run, from) >= 0 && find(this.pieces, run, to - 1) >= 0;
  }

  #with(pieces: readonly PieceOfText[]): Applied {
    return { text: new TextState(this.id, merged(pieces)) };
  }
}

/** Index of the piece that holds the character, or -1. */
export function find(pieces: readonly PieceOfText[], run: string, offset: number): number {
  return pieces.findIndex(
    (piece) => piece.run === run && piece.from <= offset && offset < piece.from + piece.length,
  );
}

/** Cuts so that a piece begins at that offset of the run, if the offset is inside one. */
function splitAt(pieces: readonly PieceOfText[], run: string, offset: number) {
  const index = find(pieces, run, offset);
  const piece = pieces[index];
  if (!piece || piece.from === offset) return pieces;
  const kept = offset - piece.from;
  const cut = unitOffset(piece.characters, kept);
  const left = { ...piece, length: kept, characters: piece.characters.slice(0, cut) };
  const right = {
    ...piece,
    from: offset,
    length: piece.length - kept,
    characters: piece.characters.slice(cut),
  };
  return replaced(pieces, index, 1, left, right);
}

/** A copy with `count` pieces at `index` replaced. */
function replaced(
  pieces: readonly PieceOfText[],
  index: number,
  count: number,
  ...by: PieceOfText[]
): readonly PieceOfText[] {
  return [...pieces.slice(0, index), ...by, ...pieces.slice(index + count)];
}

function merged(pieces: readonly PieceOfText[]): PieceOfText[] {
  const result: PieceOfText[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && continues(last, piece)) {
      result[result.length - 1] = {
        ...last,
        length: last.length + piece.length,
        characters: last.characters + piece.characters,
      };
    } else {
      result.push(piece);
    }
  }
  return result;
}

function continues(left: PieceOfText, right: PieceOfText): boolean {
  return (
    left.run === right.run &&
    left.from + left.length === right.from &&
    left.hidden === right.hidden &&
    left.folded === right.folded
  );
}

function overlaps(piece: PieceOfText, range: CharacterRange): boolean {
  return piece.run === range.run && piece.from < range.to && range.from < piece.from + piece.length;
}

function folded(piece: PieceOfText): PieceOfText {
  return piece.hidden ? { ...piece, folded: true, characters: '' } : piece;
}
