// The expert's kinds of answer, in the order of the menu.
import { AnswerKind } from '../../gen/rebond/v1/harvest_pb';
import type { Messages } from '../../i18n/fr';

export const answerKinds = [
  AnswerKind.TRUE,
  AnswerKind.FALSE,
  AnswerKind.TO_BE_STUDIED,
  AnswerKind.FIGURES,
] as const;

export function answerKindName(texts: Messages, kind: AnswerKind): string {
  const { kinds } = texts.harvest;
  const names: Partial<Record<AnswerKind, string>> = {
    [AnswerKind.TRUE]: kinds.true,
    [AnswerKind.FALSE]: kinds.false,
    [AnswerKind.TO_BE_STUDIED]: kinds.toBeStudied,
    [AnswerKind.FIGURES]: kinds.figures,
  };
  return names[kind] ?? '';
}
