// Which clusters stand left of the theme and which stand right of it.
//
// A cluster never changes its side by itself; a new one goes where there are fewer.
import { cluster as frame } from './geometry';
import type { MapCluster, MapLayout, Side } from './types';

export type Sides = Readonly<Record<Side, readonly MapCluster[]>>;

/** Where the clusters of `previous` stood, with the new ones; nothing when there is no previous. */
export function keptSides(
  clusters: readonly MapCluster[],
  previous: MapLayout | undefined,
): Sides | undefined {
  if (!previous || previous.clusters.length === 0) return undefined;
  const known = new Map(previous.clusters.map((placed) => [placed.cluster.id, placed.side]));
  const kept: Record<Side, MapCluster[]> = { left: [], right: [] };
  for (const each of clusters) {
    const side = known.get(each.id);
    if (side) kept[side].push(each);
  }
  for (const each of clusters) {
    if (known.has(each.id)) continue;
    kept[kept.left.length < kept.right.length ? 'left' : 'right'].push(each);
  }
  return kept;
}

/** The first half left, the others right; of an odd number, one more stands right. */
export function defaultSplit(clusters: readonly MapCluster[]): Sides {
  return splitAt(clusters, Math.floor(clusters.length / 2));
}

/** All the ways to cut the row of clusters in two, the most even first. */
export function splits(clusters: readonly MapCluster[]): Sides[] {
  const half = Math.floor(clusters.length / 2);
  const cuts = clusters.map((_, index) => index).filter((cut) => cut > 0);
  if (clusters.length <= 1) return [splitAt(clusters, 0)];
  return cuts
    .filter((cut) => cut <= frame.perSide && clusters.length - cut <= frame.perSide)
    .sort((a, b) => Math.abs(a - half) - Math.abs(b - half) || a - b)
    .map((cut) => splitAt(clusters, cut));
}

function splitAt(clusters: readonly MapCluster[], cut: number): Sides {
  return { left: clusters.slice(0, cut), right: clusters.slice(cut) };
}
