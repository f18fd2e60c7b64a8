// What waits for the expert, and what the expert said.
import { type AnswerKind } from '../gen/rebond/v1/harvest_pb';
import { RecordKind } from '../gen/rebond/v1/kinds_pb';
import type { Id } from '../sync/api';
import type { CafeState } from './cafe.svelte';
import { Kept } from './kept';
import { byAge } from './order';
import type { CardView, GroupView } from './views';

export interface AnswerView {
  readonly id: Id;
  /** The idea or group that it is about. */
  readonly aboutId: Id;
  readonly kind: AnswerKind;
  readonly text: string;
  readonly withdrawn: boolean;
  readonly waiting: boolean;
  readonly atMs: number;
}

export interface ExpertItemView {
  /** The idea's or the group's id. */
  readonly id: Id;
  /** One of the two. */
  readonly card: CardView | undefined;
  readonly group: GroupView | undefined;
  /** The idea's words, or the group's name. */
  readonly text: string;
  readonly queued: boolean;
  readonly queuedAtMs: number;
  /** Oldest first, without the withdrawn ones. */
  readonly answers: readonly AnswerView[];
  readonly waiting: boolean;
}

export class ExpertState {
  readonly #cafe: CafeState;
  readonly #answers = new Kept<AnswerView>();
  readonly #items = new Kept<ExpertItemView>();

  constructor(cafe: CafeState) {
    this.#cafe = cafe;
  }

  /** Every answer, oldest first; withdrawn ones too. */
  readonly answers: readonly AnswerView[] = $derived.by(() => {
    const { source } = this.#cafe;
    return source
      .list('expertAnswer')
      .sort(byAge)
      .map(({ id, about, kind, withdrawn, createdAtMs }) => {
        const text = source.text(id);
        const waiting = source.isWaiting(id);
        return this.#answers.view(id, [about, kind, withdrawn, text, waiting], () => ({
          id,
          aboutId: about,
          kind,
          text,
          withdrawn,
          waiting,
          atMs: createdAtMs,
        }));
      });
  });

  /** What was put to the expert or answered, in the order of asking. */
  readonly items: readonly ExpertItemView[] = $derived.by(() => {
    const { source } = this.#cafe;
    const items = source.list('expertItem');
    const known = new Set(items.map((item) => item.id));
    const unasked = this.answers.filter(
      (answer) => !answer.withdrawn && !known.has(answer.aboutId),
    );
    const ids = [
      ...items.sort((a, b) => byAge(asked(a), asked(b))).map((item) => item.id),
      ...new Set(unasked.map((answer) => answer.aboutId)),
    ];
    return ids
      .map((id) => this.#view(id))
      .filter((item) => (item.card || item.group) && (item.queued || item.answers.length > 0));
  });

  /** Asked, and without an answer. */
  readonly waiting = $derived(this.items.filter((item) => item.queued && !item.answers.length));

  readonly answered = $derived(this.items.filter((item) => item.answers.length > 0));

  /** Of an idea or a group; oldest first, without the withdrawn ones. */
  answersOf(about: Id): readonly AnswerView[] {
    return this.answers.filter((answer) => answer.aboutId === about && !answer.withdrawn);
  }

  isQueued(about: Id): boolean {
    return this.#cafe.source.get('expertItem', about)?.queued ?? false;
  }

  #view(id: Id): ExpertItemView {
    const { source, cardsById, groupsById } = this.#cafe;
    const record = source.get('expertItem', id);
    const isGroup = record?.of === RecordKind.GROUP || !cardsById.has(id);
    const card = isGroup ? undefined : cardsById.get(id);
    const group = isGroup ? groupsById.get(id) : undefined;
    const answers = this.answersOf(id);
    const waiting = source.isWaiting(id);
    return this.#items.view(id, [record, card, group, answers, waiting], () => ({
      id,
      card,
      group,
      text: card?.text ?? group?.name ?? '',
      queued: record?.queued ?? false,
      queuedAtMs: record?.queuedAtMs ?? 0,
      answers,
      waiting,
    }));
  }
}

function asked({ id, queuedAtMs }: { id: Id; queuedAtMs: number }) {
  return { id, createdAtMs: queuedAtMs };
}
