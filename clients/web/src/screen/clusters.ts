// The groups of ideas one after the other; the tables, as long as there is no group.
import type { CafeState } from '../state/cafe.svelte';
import type { CardView, TableView } from '../state/views';
import type { Id } from '../sync/api';

/** What the map can go near to. */
export interface FocusCluster {
  /** The group's id or the table's; `ungrouped` for what is in no group. */
  readonly id: Id;
  readonly title: string;
  readonly table: TableView | undefined;
  readonly cards: readonly CardView[];
}

export const ungrouped: Id = '0';

/** Those with an idea, in the order of the map; ideas in no group come last. */
export function focusClusters(
  { cards, groups, tables }: Pick<CafeState, 'cards' | 'groups' | 'tables'>,
  ungroupedTitle: string,
): readonly FocusCluster[] {
  const found: FocusCluster[] = [];
  if (groups.length === 0) {
    for (const table of tables) {
      const own = cards.filter((card) => card.tableId === table.id);
      found.push({ id: table.id, title: table.name, table, cards: own });
    }
  } else {
    const known = new Set(groups.map((group) => group.id));
    for (const { id, name } of groups) {
      const own = cards.filter((card) => card.group === id);
      found.push({ id, title: name, table: undefined, cards: own });
    }
    const rest = cards.filter((card) => !known.has(card.group));
    found.push({ id: ungrouped, title: ungroupedTitle, table: undefined, cards: rest });
  }
  return found.filter((cluster) => cluster.cards.length > 0);
}

/** The ideas of one table, whatever groups there are. */
export function tableCluster(
  { cards, tables }: Pick<CafeState, 'cards' | 'tables'>,
  id: Id,
): FocusCluster | undefined {
  const table = tables.find((each) => each.id === id);
  if (!table) return undefined;
  const own = cards.filter((card) => card.tableId === id);
  return { id, title: table.name, table, cards: own };
}
