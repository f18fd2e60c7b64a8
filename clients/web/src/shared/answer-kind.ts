// The words for the kinds of an expert's answer.
import { AnswerKind } from '../gen/rebond/v1/harvest_pb';
import type { Messages } from '../i18n/fr';

export const answerKinds: readonly AnswerKind[] = [
  AnswerKind.TRUE,
  AnswerKind.FALSE,
  AnswerKind.TO_BE_STUDIED,
  AnswerKind.FIGURES,
];

export function answerKindName(texts: Messages, kind: AnswerKind): string {
  const names = texts.hall.answers.kinds;
  const found: Partial<Record<AnswerKind, string>> = {
    [AnswerKind.TRUE]: names.true,
    [AnswerKind.FALSE]: names.false,
    [AnswerKind.TO_BE_STUDIED]: names.toBeStudied,
    [AnswerKind.FIGURES]: names.figures,
  };
  return found[kind] ?? names.none;
}
