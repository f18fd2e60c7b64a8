// From one wording to another: by the smallest edits, between characters as people see them.
import { describe, expect, it } from 'vitest';
import { chunks, graphemes, textEdits } from '../../src/sync/text-edits';
import { caretAt, caretOffset } from '../../src/sync/text-caret';
import type { Edit } from '../../src/sync/text';
import { TextState } from '../../src/sync/text';

/** A text of one run, number 1. */
function textOf(characters: string): TextState {
  const empty = new TextState('7');
  if (characters === '') return empty;
  return edited(empty, { case: 'insert', value: newRun('1', characters) });
}

function newRun(run: string, characters: string) {
  return { run, characters, author: '0', device: 0, atMs: 0 };
}

function edited(text: TextState, ...edits: Edit[]): TextState {
  return edits.reduce((before, edit) => {
    const applied = before.apply(edit);
    if ('refused' in applied) throw new Error(applied.refused);
    return applied.text;
  }, text);
}

/** What is hidden and what is put in, by the edits from one wording to another. */
function difference(before: string, after: string) {
  let run = 100;
  const edits = textEdits(textOf(before), after, () => String(run++));
  const hidden: string[] = [];
  const inserted: string[] = [];
  for (const { edit } of edits) {
    if (edit?.case === 'insert') inserted.push(edit.value.characters ?? '');
    if (edit?.case !== 'hide') continue;
    for (const { from = 0, to = 0 } of edit.value.ranges ?? []) {
      hidden.push([...before].slice(from, to).join(''));
    }
  }
  return { hidden, inserted };
}

describe('the edits between two wordings', () => {
  it('are none when nothing changed', () => {
    expect(difference('Un vélo', 'Un vélo')).toEqual({ hidden: [], inserted: [] });
  });

  it('put in what was put in', () => {
    expect(difference('Un vélo', 'Un vélo rouge')).toEqual({ hidden: [], inserted: [' rouge'] });
    expect(difference('', 'Un')).toEqual({ hidden: [], inserted: ['Un'] });
  });

  it('hide what was taken out', () => {
    expect(difference('Un vélo rouge', 'Un rouge')).toEqual({ hidden: ['vélo '], inserted: [] });
    expect(difference('Un', '')).toEqual({ hidden: ['Un'], inserted: [] });
  });

  it('leave the words between two places to those who wrote them', () => {
    expect(difference('Un vélo pour tous', 'Des vélos pour toutes')).toEqual({
      hidden: ['Un vélo'],
      inserted: ['Des vélos', 'te'],
    });
  });

  it('[TX5] never cut an emoji or an accent in two', () => {
    // The two differ in the last of their code points only.
    expect(difference('👨‍👩‍👧', '👨‍👩‍👦')).toEqual({ hidden: ['👨‍👩‍👧'], inserted: ['👨‍👩‍👦'] });
    expect(difference('e', 'e\u0301')).toEqual({ hidden: ['e'], inserted: ['e\u0301'] });
    expect(difference('🙂 oui', '🙃 oui')).toEqual({ hidden: ['🙂'], inserted: ['🙃'] });
  });

  it('replace half a character, which UTF-8 cannot carry', () => {
    expect(difference('a', 'a\ud83d').inserted).toEqual(['\ufffd']);
  });

  it('reach across runs and around what is hidden', () => {
    const text = edited(
      textOf('Un vélo'),
      { case: 'insert', value: { ...newRun('2', ' rouge'), after: { run: '1', offset: 6 } } },
      { case: 'hide', value: { ranges: [{ run: '1', from: 3, to: 5 }] } },
    );
    const edits = textEdits(text, 'Un loup', () => '3');
    const after = edited(text, ...edits.map(({ edit }) => withAuthor(edit as Edit)));

    expect(text.visible).toBe('Un lo rouge');
    expect(after.visible).toBe('Un loup');
  });

  it('are cut into runs of so many bytes', () => {
    const edits = textEdits(textOf('a'), 'aéééé', () => String(Math.random()), 5);
    expect(edits).toHaveLength(2);
    expect(chunks(graphemes('ab👨‍👩‍👧c'), 4)).toEqual(['ab', '👨‍👩‍👧', 'c']);
  });
});

describe('a caret', () => {
  const text = textOf('Un 🚲 rouge');

  it('stays behind its character when others write before it', () => {
    const caret = caretAt(text, 'Un 🚲'.length);
    const after = edited(text, { case: 'insert', value: newRun('2', 'Oui : ') });

    expect(caretOffset(after, caret)).toBe('Oui : Un 🚲'.length);
  });

  it('goes where its character stood when that is gone', () => {
    const caret = caretAt(text, 'Un 🚲 ro'.length);
    const range = { run: '1', from: 2, to: 8 };
    const after = edited(text, { case: 'hide', value: { ranges: [range] } });

    expect(after.visible).toBe('Unge');
    expect(caretOffset(after, caret)).toBe(2);
  });

  it('at the beginning stays there', () => {
    expect(caretOffset(text, caretAt(text, 0))).toBe(0);
  });
});

function withAuthor(edit: Edit): Edit {
  if (edit.case !== 'insert') return edit;
  return { case: 'insert', value: { ...edit.value, author: '0', device: 0, atMs: 0 } };
}
