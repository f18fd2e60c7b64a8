// The evening's script: where the café is, who may do what there, and what each role sees.
import { Act, Role, View } from '../gen/rebond/v1/kinds_pb';
import { type Step } from '../gen/rebond/v1/record_pb';
import type { Id } from '../sync/api';
import type { CafeState } from './cafe.svelte';

export type StepWithId = Step & { id: Id };

/** What the table of rights allows where a step says nothing; the facilitator may everything. */
const usualActors: Record<Act, readonly Role[]> = {
  [Act.UNSPECIFIED]: [],
  [Act.EDIT]: [Role.CAPTAIN, Role.PARTICIPANT, Role.REMOTE, Role.EXPERT],
  [Act.LINK]: [Role.CAPTAIN, Role.PARTICIPANT, Role.REMOTE],
  [Act.GROUP]: [Role.CAPTAIN],
  [Act.SYNTHESISE]: [Role.CAPTAIN],
  [Act.ANSWER]: [Role.EXPERT],
  [Act.SUPPORT]: [Role.CAPTAIN, Role.PARTICIPANT, Role.REMOTE],
  [Act.PLAN_ACTIONS]: [Role.CAPTAIN],
  [Act.EVALUATE]: [Role.CAPTAIN, Role.PARTICIPANT, Role.REMOTE, Role.EXPERT],
};

const viewOfSlug: Record<string, View> = {
  preparation: View.PREPARATION,
  welcome: View.WELCOME,
  objective: View.OBJECTIVE,
  round: View.ROUND,
  move: View.MOVE,
  'table-syntheses': View.SYNTHESES,
  'map-and-convergence': View.MAP,
  expert: View.EXPERT,
  support: View.SUPPORT,
  'action-plan': View.ACTIONS,
  evaluation: View.EVALUATION,
  thanks: View.THANKS,
  closed: View.CLOSED,
};

export class ScriptState {
  readonly #cafe: CafeState;

  constructor(cafe: CafeState) {
    this.#cafe = cafe;
  }

  /** The step that "next" goes to; undefined at the end. */
  readonly next: StepWithId | undefined = $derived.by(() => {
    const here = this.#cafe.step?.position ?? -1;
    return this.#cafe.steps.find((step) => step.position > here && !step.skipped);
  });

  readonly previous: StepWithId | undefined = $derived.by(() => {
    const here = this.#cafe.step?.position ?? 0;
    return this.#cafe.steps.filter((step) => step.position < here && !step.skipped).at(-1);
  });

  /** The step whose round is the next to come: the round that a move prepares; undefined: none. */
  readonly nextRoundStep: StepWithId | undefined = $derived.by(() => {
    const here = this.#cafe.step?.position ?? -1;
    return this.#cafe.steps.find(
      (step) => step.position > here && step.round !== '0' && !step.skipped,
    );
  });

  /** Whether the own role may do this now. The server has the last word. */
  may(act: Act): boolean {
    const role = this.#cafe.who?.role;
    return role !== undefined && this.roleMay(role, act);
  }

  roleMay(role: Role, act: Act): boolean {
    if (role === Role.FACILITATOR) return true;
    const step = this.#cafe.step;
    if (!step || this.#cafe.locked || !usualActors[act]?.includes(role)) return false;
    if (step.permissions.length === 0) return true;
    return step.permissions.some((each) => each.act === act && each.roles.includes(role));
  }

  /** What a role sees in this step. */
  viewOf(role: Role): View {
    const step = this.#cafe.step;
    return step ? stepView(step, role) : View.PREPARATION;
  }

  /** What the own role sees in this step. */
  readonly view: View = $derived.by(() => this.viewOf(this.#cafe.who?.role ?? Role.UNSPECIFIED));
}

export function stepView(step: Step, role: Role): View {
  const chosen = step.views.find((each) => each.role === role)?.view;
  if (chosen) return chosen;
  const slug = step.slug.replace(/^(round|move)-\d+$/, '$1');
  return viewOfSlug[slug] ?? (step.round === '0' ? View.OBJECTIVE : View.ROUND);
}
