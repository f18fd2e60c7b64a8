// What follows from the evening: the action plan, the cost sheet, the checklist of the preparation.
import type { Action, CostLine, Task } from '../gen/rebond/v1/harvest_pb';
import type { Id } from '../sync/api';
import type { CafeState } from './cafe.svelte';
import { Kept } from './kept';
import { byAge, byPlace } from './order';
import type { CardView, GroupView } from './views';

export interface ActionView extends Omit<Action, '$typeName' | '$unknown' | 'sources'> {
  readonly id: Id;
  /** The ideas and groups that it comes from and that everybody may see. */
  readonly cards: readonly CardView[];
  readonly groups: readonly GroupView[];
  /** The ids of all of them. */
  readonly sourceIds: readonly Id[];
  readonly waiting: boolean;
}

export interface CostView extends Omit<CostLine, '$typeName' | '$unknown'> {
  readonly id: Id;
  readonly waiting: boolean;
}

export interface TaskView extends Omit<Task, '$typeName' | '$unknown'> {
  readonly id: Id;
  readonly waiting: boolean;
}

/** Euros are rounded to whole ones; 0 where it cannot be told. */
export interface CostTotals {
  readonly days: number;
  readonly euros: number;
  /** How many cafés the programme has. */
  readonly cafes: number;
  readonly programmeEuros: number;
  /** How many take part in the programme. */
  readonly employees: number;
  readonly tenants: number;
  readonly perEmployee: number;
  readonly perTenant: number;
}

export class PlanState {
  readonly #cafe: CafeState;
  readonly #actions = new Kept<ActionView>();

  constructor(cafe: CafeState) {
    this.#cafe = cafe;
  }

  /** Oldest first; withdrawn ones too. */
  readonly allActions: readonly ActionView[] = $derived.by(() => {
    const { source, cardsById, groupsById } = this.#cafe;
    return source
      .list('action')
      .sort(byAge)
      .map(({ sources, ...action }) => {
        const cards = sources.flatMap((id) => cardsById.get(id) ?? []);
        const groups = sources.flatMap((id) => groupsById.get(id) ?? []);
        const waiting = source.isWaiting(action.id);
        const parts = [source.get('action', action.id), cards, groups, waiting];
        const make = () => ({ ...action, cards, groups, sourceIds: sources, waiting });
        return this.#actions.view(action.id, parts, make);
      });
  });

  readonly actions = $derived(this.allActions.filter((action) => !action.withdrawn));

  /** The actions that come from an idea or a group. */
  actionsFrom(source: Id): readonly ActionView[] {
    return this.actions.filter((action) => action.sourceIds.includes(source));
  }

  readonly costs: readonly CostView[] = $derived.by(() => {
    const { source } = this.#cafe;
    return source
      .list('costLine')
      .filter((line) => !line.withdrawn)
      .sort(byPlace)
      .map((line) => ({ ...line, waiting: source.isWaiting(line.id) }));
  });

  readonly totals: CostTotals = $derived.by(() => {
    const { programmeCafes, employeesEach, tenantsEach } = this.#cafe.cafe ?? {};
    return costTotals(this.costs, programmeCafes || 1, employeesEach ?? 0, tenantsEach ?? 0);
  });

  readonly tasks: readonly TaskView[] = $derived.by(() => {
    const { source } = this.#cafe;
    return source
      .list('task')
      .filter((task) => !task.withdrawn)
      .sort(byPlace)
      .map((task) => ({ ...task, waiting: source.isWaiting(task.id) }));
  });
}

/**
 * `employeesEach` and `tenantsEach` take part in one café. Each rate divides the whole cost by one
 * group, so the two are not to be added.
 */
export function costTotals(
  lines: readonly { daysHundredths: number; euros: number }[],
  cafes: number,
  employeesEach: number,
  tenantsEach: number,
): CostTotals {
  const euros = lines.reduce((sum, line) => sum + line.euros, 0);
  const programmeEuros = euros * cafes;
  const [employees, tenants] = [employeesEach * cafes, tenantsEach * cafes];
  const each = (people: number) => (people === 0 ? 0 : Math.round(programmeEuros / people));
  return {
    days: lines.reduce((sum, line) => sum + line.daysHundredths, 0) / 100,
    euros,
    cafes,
    programmeEuros,
    employees,
    tenants,
    perEmployee: each(employees),
    perTenant: each(tenants),
  };
}
