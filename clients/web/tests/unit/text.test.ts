// The text type, on the cases that it shares with the server.
import { fromJson, type JsonObject } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { PieceSchema, TextEditSchema } from '../../src/gen/rebond/v1/text_pb';
import { textTerm } from '../../src/sync/digest';
import { type PieceOfText, TextState } from '../../src/sync/text';
import { recordedCases } from './cases';

interface TextCase {
  name: string;
  edits: JsonObject[];
  refused?: string;
  visible: string;
  pieces: JsonObject[];
  digest: string;
}

/** Applies the edits; `refused` is the field of the last one that was. */
function run(edits: JsonObject[]): { text: TextState; refused?: string } {
  let text = new TextState('4294967297');
  for (const edit of edits) {
    const applied = text.apply(fromJson(TextEditSchema, edit).edit);
    if ('refused' in applied) return { text, refused: applied.refused };
    text = applied.text;
  }
  return { text };
}

function plain({ $typeName, ...piece }: PieceOfText & { $typeName: string }): PieceOfText {
  return piece;
}

describe.each(recordedCases<TextCase>('texts.json'))('$name', (recorded) => {
  const { text, refused } = run(recorded.edits);

  it('is refused for the recorded field, or not at all', () => {
    expect(refused).toBe(recorded.refused);
  });
  it('[TX3] shows the recorded words', () => {
    expect(text.visible).toBe(recorded.visible);
  });
  it('[TX4] has the recorded pieces', () => {
    const pieces = recorded.pieces.map((piece) => plain(fromJson(PieceSchema, piece)));
    expect(text.pieces).toEqual(pieces);
  });
  it('[DG3] has the recorded digest', () => {
    const digest = textTerm(text.id, text.pieces).toString(16).padStart(32, '0');
    expect(digest).toBe(recorded.digest);
  });
});
