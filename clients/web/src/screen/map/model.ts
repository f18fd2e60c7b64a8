// From the café to the map: its clusters are the tables, and the groups once there are any.
//
// A table keeps the ideas that are in no group; a table whose ideas are all in groups needs no
// cluster any more. Tables stay in the order of their number and groups in the order of their
// making, so that a cluster keeps its place.
import type { CardView, GroupView, LinkView, TableView } from '../../state/views';
import { cluster as frame } from './geometry';
import type { MapCard, MapCluster } from './types';

export interface MapSources {
  readonly tables: readonly TableView[];
  readonly groups: readonly GroupView[];
  readonly cards: readonly CardView[];
  readonly links: readonly LinkView[];
  /** False: the words stay with the tables for now. */
  readonly showTexts: boolean;
}

export interface MapNames {
  readonly ungrouped: string;
  readonly otherGroups: string;
}

const clustersMax = 2 * frame.perSide;
const noTable = { number: 0, colour: '#c9d4e8' };

export function mapClusters(sources: MapSources, names: MapNames): readonly MapCluster[] {
  const { groups, cards, tables } = sources;
  const weights = linkWeights(sources.links);
  const known = new Set(groups.map((group) => group.id));
  const grouped = new Map<string, MapCard[]>();
  for (const card of cards) {
    const key = known.has(card.group) ? `group ${card.group}` : `table ${card.tableId}`;
    const list = grouped.get(key) ?? [];
    list.push(mapCard(card, weights.get(card.id) ?? 0, sources.showTexts));
    grouped.set(key, list);
  }

  const byTable = tables.map((table) => ({
    id: `table ${table.id}`,
    title: table.name,
    table,
    cards: grouped.get(`table ${table.id}`) ?? [],
  }));
  const byGroup = groups.map((group) => ({
    id: `group ${group.id}`,
    title: group.name,
    cards: grouped.get(`group ${group.id}`) ?? [],
  }));
  if (byGroup.length === 0) return join(byTable, clustersMax, 'more', names.otherGroups);
  const left = byTable.filter((each) => each.cards.length > 0);
  return fit(left, byGroup, names);
}

/** Many at once: the tables become one "without group", then the last groups are joined. */
function fit(tables: MapCluster[], groups: MapCluster[], names: MapNames): MapCluster[] {
  if (tables.length + groups.length <= frame.mixedMax) return [...tables, ...groups];
  const ungrouped = join(tables, 1, 'ungrouped', names.ungrouped);
  return [...ungrouped, ...join(groups, clustersMax - ungrouped.length, 'more', names.otherGroups)];
}

function join(clusters: MapCluster[], max: number, id: string, title: string): MapCluster[] {
  if (clusters.length <= max) return clusters;
  const kept = clusters.slice(0, max - 1);
  return [...kept, { id, title, cards: clusters.slice(max - 1).flatMap((each) => each.cards) }];
}

function mapCard(card: CardView, weight: number, showText: boolean): MapCard {
  const { number, colour } = card.table ?? noTable;
  const text = showText ? card.text : '';
  return { id: card.id, text, table: number, colour, marks: card.marks, weight };
}

function linkWeights(links: readonly LinkView[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { from, to } of links) {
    for (const { id } of [from, to]) weights.set(id, (weights.get(id) ?? 0) + 2);
  }
  return weights;
}
