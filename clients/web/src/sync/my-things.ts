// What a person has alone, with what this device's waiting commands will probably make of it.
import type { MyDraft, MyThings, WaitingCommand } from './api';

export function withWaiting(told: MyThings, waiting: readonly WaitingCommand[]): MyThings {
  const dots = new Map(told.dots);
  const drafts = new Map(told.drafts.map((draft) => [draft.id, draft]));
  let answers = told.answers;
  let changed = false;
  for (const { command } of waiting) {
    const { kind } = command;
    if (kind.case === 'castSupport') dots.set(kind.value.card, kind.value.dots);
    else if (kind.case === 'saveDraft') drafts.set(kind.value.draft, saved(kind.value));
    else if (kind.case === 'dropDraft') drafts.delete(kind.value.draft);
    else if (kind.case === 'evaluate' && !kind.value.forGuest) answers = kind.value.answers;
    else continue;
    changed = true;
  }
  return changed ? { ...told, dots, drafts: [...drafts.values()], answers } : told;
}

function saved(value: { draft: string; table: string; text: string }): MyDraft {
  return { id: value.draft, table: value.table, text: value.text, waiting: true };
}
