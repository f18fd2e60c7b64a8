// A table's synthesis: lines in the people's words that cite ideas.
import { RecordKind } from '../../gen/rebond/v1/kinds_pb';
import type { Id } from '../../sync/api';
import { addLine as composeLine, editText } from '../../sync/compose';
import type { CafeState } from '../cafe.svelte';
import type { LineView } from '../syntheses.svelte';
import { withdraw } from './ideas';
import { give } from './send';

/** Behind the last line, unless `after` says otherwise ("0": first). */
export async function addLine(
  cafe: CafeState,
  table: Id,
  { text, cards = [], after }: { text: string; cards?: readonly Id[]; after?: Id },
): Promise<void> {
  const lines = cafe.syntheses.of(table)?.lines ?? [];
  const before = after ?? lines.at(-1)?.id ?? '0';
  // What stood there comes behind the new line.
  const next = lines[lines.findIndex((line) => line.id === before) + 1];
  const made = await composeLine(cafe.session, { table, text, cards: [...cards], after: before });
  if (next) placeLine(cafe, next, made.id);
}

export function editLine(cafe: CafeState, line: LineView, text: string): void {
  void editText(cafe.session, cafe.session.replica.text(line.id), text);
}

/** The ideas that it cites. */
export function citeInLine(cafe: CafeState, line: LineView, cards: readonly Id[]): void {
  give(cafe, { case: 'setLine', value: { line: line.id, after: line.after, cards: [...cards] } });
}

/** Up or down by one place among the lines that are shown. */
export function moveLine(cafe: CafeState, line: LineView, direction: 'up' | 'down'): void {
  const lines = [...(cafe.syntheses.of(line.tableId)?.lines ?? [])];
  const from = lines.findIndex((each) => each.id === line.id);
  const to = from + (direction === 'up' ? -1 : 1);
  if (from < 0 || to < 0 || to >= lines.length) return;
  lines.splice(to, 0, ...lines.splice(from, 1));
  // Each line that now stands behind another one than before says so.
  lines.forEach((each, index) => {
    const after = lines[index - 1]?.id ?? '0';
    if (each.after !== after) placeLine(cafe, each, after);
  });
}

function placeLine(cafe: CafeState, line: LineView, after: Id): void {
  give(cafe, { case: 'setLine', value: { line: line.id, after, cards: [...line.cardIds] } });
}

export function withdrawLine(cafe: CafeState, line: LineView, withdrawn = true): void {
  withdraw(cafe, RecordKind.SYNTHESIS_LINE, line.id, withdrawn);
}

/** The table has read it and agrees. */
export function validateSynthesis(cafe: CafeState, table: Id, validated: boolean): void {
  give(cafe, { case: 'validateSynthesis', value: { table, validated } });
}
