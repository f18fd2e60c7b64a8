// What holds for every text and every edit, tried with many.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoints } from '../../src/sync/code-points';
import { textTerm } from '../../src/sync/digest';
import { hunks } from '../../src/sync/diff';
import { type Edit, TextState } from '../../src/sync/text';
import { graphemes, textEdits } from '../../src/sync/text-edits';

/** Words with accents, emoji, spaces: what people type. */
const words = fc
  .array(fc.constantFrom('a', 'é', 'e\u0301', ' ', '🙂', '👨‍👩‍👧', '\n', 'le ', 'vélo '), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

/** The text as a list of characters, one entry each: slow and plain. */
interface Character {
  run: string;
  offset: number;
  character: string;
  hidden: boolean;
}

function signed(edit: Edit): Edit {
  if (edit.case !== 'insert') return edit;
  return { case: 'insert', value: { ...edit.value, author: '3', device: 1, atMs: 5 } };
}

function apply(text: TextState, edit: Edit): TextState {
  const applied = text.apply(signed(edit));
  return 'text' in applied ? applied.text : text;
}

function plainApply(text: Character[], edit: Edit): Character[] {
  if (edit.case === 'insert') {
    const { run, after, characters } = edit.value;
    const place = after
      ? text.findIndex((one) => one.run === after.run && one.offset === after.offset) + 1
      : 0;
    const added = Array.from(characters, (character, offset) => ({
      run,
      offset,
      character,
      hidden: false,
    }));
    return [...text.slice(0, place), ...added, ...text.slice(place)];
  }
  const ranges = edit.case === 'hide' || edit.case === 'show' ? edit.value.ranges : [];
  return text.map((one) => {
    const inside = ranges.some(
      ({ run, from, to }) => run === one.run && from <= one.offset && one.offset < to,
    );
    return inside ? { ...one, hidden: edit.case === 'hide' } : one;
  });
}

/** Steps that make edits which fit the text that they meet. */
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('insert', 'insert', 'hide', 'show'),
    at: fc.nat(1_000),
    length: fc.nat(20),
    words: words.filter((text) => text !== ''),
  }),
  { maxLength: 25 },
);

type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

function editOf(step: Step, text: Character[], run: number): Edit | undefined {
  const target = text[step.at % (text.length + 1)];
  if (step.kind === 'insert') {
    const after = target && { run: target.run, offset: target.offset };
    const value = {
      run: String(run),
      after,
      characters: step.words,
      author: '3',
      device: 1,
      atMs: 5,
    };
    return { case: 'insert', value };
  }
  if (!target) return undefined;
  const ofRun = text.filter((one) => one.run === target.run).length;
  const to = Math.min(ofRun, target.offset + 1 + step.length);
  const value = { ranges: [{ run: target.run, from: target.offset, to }] };
  return { case: step.kind === 'hide' ? 'hide' : 'show', value };
}

describe('every text', () => {
  it('[TX1] [TX2] [TX3] is what a plain list of characters would be', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let plain: Character[] = [];
        let text = new TextState('7');
        all.forEach((step, index) => {
          const edit = editOf(step, plain, index + 1);
          if (!edit) return;
          plain = plainApply(plain, edit);
          text = apply(text, edit);
        });
        const shown = plain.filter((one) => !one.hidden).map((one) => one.character);
        expect(text.visible).toBe(shown.join(''));
        expect(text.pieces.reduce((sum, piece) => sum + piece.length, 0)).toBe(plain.length);
      }),
    );
  });

  it('[TX4] has no two neighbours that could be one piece, and pieces as long as they say', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let plain: Character[] = [];
        let text = new TextState('7');
        all.forEach((step, index) => {
          const edit = editOf(step, plain, index + 1);
          if (!edit) return;
          plain = plainApply(plain, edit);
          text = apply(text, edit);
        });
        text.pieces.forEach((piece, index) => {
          expect(codePoints(piece.characters)).toBe(piece.length);
          const next = text.pieces[index + 1];
          const joins = next?.run === piece.run && next.from === piece.from + piece.length;
          expect(joins && next.hidden === piece.hidden).toBeFalsy();
        });
      }),
    );
  });

  it('[TX6] reads the same after folding, and takes edits of what is shown', () => {
    fc.assert(
      fc.property(steps, words, (all, typed) => {
        let plain: Character[] = [];
        let text = new TextState('7');
        all.forEach((step, index) => {
          const edit = editOf(step, plain, index + 1);
          if (!edit) return;
          plain = plainApply(plain, edit);
          text = apply(text, edit);
        });
        const folded = apply(text, { case: 'fold', value: {} });
        expect(folded.visible).toBe(text.visible);
        let run = 1_000;
        const edits = textEdits(folded, typed, () => String(run++));
        const after = edits.reduce((before, { edit }) => apply(before, edit as Edit), folded);
        expect(after.visible).toBe(typed);
      }),
    );
  });

  it('[DG3] has another digest when anything of it is different', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const term = (characters: string) => {
          const value = { run: '9', characters, author: '3', device: 1, atMs: 5 };
          const text = apply(new TextState('7'), { case: 'insert', value });
          return textTerm(text.id, text.pieces);
        };
        expect(term(one) === term(other)).toBe(one === other);
      }),
    );
  });
});

describe('the edits between two wordings', () => {
  const typeInto = (text: TextState, typed: string, firstRun: number) => {
    let run = firstRun;
    return textEdits(text, typed, () => String(run++)).map(({ edit }) => edit as Edit);
  };

  it('make the second of the first', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (wordings) => {
        let text = new TextState('7');
        wordings.forEach((typed, index) => {
          text = typeInto(text, typed, 100 * (index + 1)).reduce(apply, text);
          expect(text.visible).toBe(typed);
        });
      }),
    );
  });

  it('of two people at once both count: nobody’s new words are lost, in either order', () => {
    fc.assert(
      fc.property(words, words, words, (start, ana, ben) => {
        const text = typeInto(new TextState('7'), start, 1).reduce(apply, new TextState('7'));
        const byAna = typeInto(text, ana, 100);
        const byBen = typeInto(text, ben, 200);
        for (const order of [
          [...byAna, ...byBen],
          [...byBen, ...byAna],
        ]) {
          const after = order.reduce(apply, text);
          for (const edit of order) {
            if (edit.case !== 'insert') continue;
            const kept = after.pieces.find((piece) => piece.run === edit.value.run);
            expect(kept).toMatchObject({ characters: edit.value.characters, hidden: false });
          }
        }
      }),
    );
  });

  it('touch no more than the words that differ', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const old = graphemes(before);
        const rebuilt: string[] = [];
        let from = 0;
        for (const hunk of hunks(old, graphemes(after))) {
          rebuilt.push(...old.slice(from, hunk.from), ...hunk.by);
          from = hunk.to;
        }
        expect([...rebuilt, ...old.slice(from)].join('')).toBe(after);
      }),
    );
  });
});
