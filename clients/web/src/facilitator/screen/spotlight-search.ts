// What can be shown in large letters, found by its words.
import { RecordKind } from '../../gen/rebond/v1/kinds_pb';
import type { Messages } from '../../i18n/fr';
import type { CafeState } from '../../state/cafe.svelte';
import { matches } from '../../state/search';
import type { Id } from '../../sync/api';

export interface Showable {
  readonly kind: RecordKind;
  readonly id: Id;
  readonly text: string;
}

/** Ideas, groups, lines of syntheses, answers and actions whose words match. */
export function showables(cafe: CafeState, query: string): readonly Showable[] {
  const all: Showable[] = [
    ...cafe.cards.map(({ id, text }) => ({ kind: RecordKind.CARD, id, text })),
    ...cafe.groups.map(({ id, name }) => ({ kind: RecordKind.GROUP, id, text: name })),
    ...cafe.syntheses.all.flatMap(({ lines }) =>
      lines.map(({ id, text }) => ({ kind: RecordKind.SYNTHESIS_LINE, id, text })),
    ),
    ...cafe.expert.answers
      .filter((answer) => !answer.withdrawn)
      .map(({ id, text }) => ({ kind: RecordKind.EXPERT_ANSWER, id, text })),
    ...cafe.plan.actions.map(({ id, what }) => ({ kind: RecordKind.ACTION, id, text: what })),
  ];
  return all.filter(({ text }) => matches(text, query));
}

export function showableName(texts: Messages, kind: RecordKind): string {
  const words = texts.desk.screen;
  const names: Partial<Record<RecordKind, string>> = {
    [RecordKind.CARD]: words.kindCard,
    [RecordKind.GROUP]: words.kindGroup,
    [RecordKind.SYNTHESIS_LINE]: words.kindLine,
    [RecordKind.EXPERT_ANSWER]: words.kindAnswer,
    [RecordKind.ACTION]: words.kindAction,
  };
  return names[kind] ?? '';
}
