// What everybody is shown: the projector's picture, the facilitator's message, the last answers.
import { RecordKind, Role, View } from '../gen/rebond/v1/kinds_pb';
import type { Id } from '../sync/api';
import type { CafeState } from './cafe.svelte';
import { byAge } from './order';
import { stepView } from './script.svelte';

/** Something in large letters. */
export interface SpotlightView {
  readonly kind: RecordKind;
  readonly id: Id;
  /** Its words: of an idea, a line or an answer; a group's name; what an action is about. */
  readonly text: string;
}

export interface ShowView {
  /** What belongs to the step, unless the facilitator has chosen another one. */
  readonly view: View;
  /** The facilitator has chosen it. */
  readonly chosen: boolean;
  readonly spotlight: SpotlightView | undefined;
  /** One table or one group only; "0": all. */
  readonly table: Id;
  readonly group: Id;
  readonly zoomPercent: number;
  readonly tour: boolean;
  readonly names: boolean;
  readonly attention: boolean;
}

export interface AnnouncementView {
  readonly id: Id;
  readonly text: string;
  readonly atMs: number;
  readonly withdrawn: boolean;
  readonly waiting: boolean;
}

export interface EvaluationTally {
  /** 1 to 3. */
  readonly question: number;
  readonly no: number;
  readonly partly: number;
  readonly yes: number;
  readonly total: number;
}

export class StageState {
  readonly #cafe: CafeState;

  constructor(cafe: CafeState) {
    this.#cafe = cafe;
  }

  readonly show: ShowView = $derived.by(() => {
    const show = this.#cafe.source.get('show', '1');
    const step = this.#cafe.step;
    const usual = step ? stepView(step, Role.SCREEN) : View.PREPARATION;
    return {
      view: show?.view || usual,
      chosen: (show?.view ?? View.UNSPECIFIED) !== View.UNSPECIFIED,
      spotlight: this.#spotlight(show?.spotlightKind ?? 0, show?.spotlight ?? '0'),
      table: show?.table ?? '0',
      group: show?.group ?? '0',
      zoomPercent: show?.zoomPercent || 100,
      tour: show?.tour ?? false,
      names: show?.names ?? false,
      attention: show?.attention ?? false,
    };
  });

  /** Newest first; withdrawn ones too. */
  readonly announcements: readonly AnnouncementView[] = $derived.by(() => {
    const { source } = this.#cafe;
    return source
      .list('announcement')
      .sort((a, b) => byAge({ ...b, createdAtMs: b.atMs }, { ...a, createdAtMs: a.atMs }))
      .map(({ id, text, atMs, withdrawn }) => ({
        id,
        text,
        atMs,
        withdrawn,
        waiting: source.isWaiting(id),
      }));
  });

  /** The message that everybody is to read now. */
  readonly announcement = $derived(this.announcements.find((each) => !each.withdrawn));

  /** The answers on leaving, one a question. */
  readonly evaluation: readonly EvaluationTally[] = $derived.by(() =>
    [1, 2, 3].map((question) => {
      const { no = 0, partly = 0, yes = 0 } =
        this.#cafe.source.get('evaluation', String(question)) ?? {};
      return { question, no, partly, yes, total: no + partly + yes };
    }),
  );

  /** Undefined when there is none, or what was chosen is not for everybody any more. */
  #spotlight(kind: RecordKind, id: Id): SpotlightView | undefined {
    if (id === '0') return undefined;
    const text = this.#words(kind, id);
    return text === undefined ? undefined : { kind, id, text };
  }

  #words(kind: RecordKind, id: Id): string | undefined {
    const { cardsById, groupsById, syntheses, expert, plan } = this.#cafe;
    switch (kind) {
      case RecordKind.CARD:
        return cardsById.get(id)?.text;
      case RecordKind.GROUP:
        return groupsById.get(id)?.name;
      case RecordKind.SYNTHESIS_LINE: {
        const line = syntheses.linesById.get(id);
        return line?.withdrawn ? undefined : line?.text;
      }
      case RecordKind.EXPERT_ANSWER:
        return expert.answers.find((answer) => answer.id === id && !answer.withdrawn)?.text;
      case RecordKind.ACTION:
        return plan.actions.find((action) => action.id === id)?.what;
      default:
        return undefined;
    }
  }
}
