// The reading of the syntheses, line by line and table by table.
import type { SynthesisView } from '../../state/syntheses.svelte';
import type { Id } from '../../sync/api';

export interface Place {
  readonly table: Id;
  readonly line: Id;
}

/** All lines in the order of reading. */
export function readingOrder(all: readonly SynthesisView[]): readonly Place[] {
  return all.flatMap(({ id, lines }) => lines.map((line) => ({ table: id, line: line.id })));
}

/**
 * The place behind (`step` 1) or before (`step` -1) the line in large letters; from a table without
 * one, its first or the last line before it. Undefined at either end.
 */
export function placeFrom(
  all: readonly SynthesisView[],
  at: { table: Id; line: Id | undefined },
  step: 1 | -1,
): Place | undefined {
  const order = readingOrder(all);
  const here = order.findIndex((place) => place.line === at.line);
  if (here >= 0) return order[here + step];
  const first = order.findIndex((place) => place.table === at.table);
  if (first < 0) return step === 1 ? order[0] : undefined;
  return step === 1 ? order[first] : order[first - 1];
}
