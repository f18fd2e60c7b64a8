// Where everything on the map stands: a pure function of the ideas and of where they stood.
//
// Nothing jumps. As long as there is room, a new idea moves nothing ('kept'). Only when there is
// none, the clusters of a side share their room again, or all texts become one step smaller, or,
// at the smallest size, the map becomes a digest; each of them happens once and for all clusters.
import { type Packed, packAll, packDigest } from './columns';
import { cluster as frame, fonts, sideBox } from './geometry';
import { defaultSplit, keptSides, type Sides, splits } from './sides';
import type { MapCluster, MapLayout, Measure, PlacedCluster, Reason, Side } from './types';

const sides: readonly Side[] = ['left', 'right'];
const floor = fonts[fonts.length - 1] ?? 24;

/** Places `clusters`, moving as little as possible of what `previous` shows. */
export function layout(
  clusters: readonly MapCluster[],
  measure: Measure,
  previous?: MapLayout,
): MapLayout {
  const placing = new Placing(clusters, measure, previous);
  const kept = keptSides(clusters, previous);
  if (previous?.digest) return placing.digest(kept ?? defaultSplit(clusters));
  const largest = previous?.font ?? Infinity;
  const usable = fonts.filter((font) => font <= largest);

  if (kept) {
    const found = placing.largest(kept, usable);
    if (found) return found;
  }
  // Of all the ways to share the clusters between the sides: the most readable, then the most even.
  const found = splits(clusters)
    .map((split) => placing.largest(split, usable))
    .filter((candidate) => candidate !== undefined)
    .sort((a, b) => b.font - a.font)[0];
  return found ?? placing.digest(kept ?? defaultSplit(clusters));
}

class Placing {
  readonly #clusters: readonly MapCluster[];
  readonly #measure: Measure;
  readonly #previous: MapLayout | undefined;
  readonly #before: ReadonlyMap<string, PlacedCluster>;

  constructor(clusters: readonly MapCluster[], measure: Measure, previous?: MapLayout) {
    this.#clusters = clusters;
    this.#measure = measure;
    this.#previous = previous;
    this.#before = new Map(previous?.clusters.map((placed) => [placed.cluster.id, placed]));
  }

  /** Every text in full, at the largest of `usable` at which that fits; nothing when none does. */
  largest(split: Sides, usable: readonly number[]): MapLayout | undefined {
    for (const font of usable) {
      const placed = sides.map((side) => this.#full(side, split[side], font));
      if (placed.every((each) => each !== undefined)) {
        return this.#result(font, false, placed.flat());
      }
    }
    return undefined;
  }

  digest(split: Sides): MapLayout {
    const placed = sides.flatMap((side) => this.#cut(side, split[side]));
    return this.#result(floor, true, placed);
  }

  #full(side: Side, clusters: readonly MapCluster[], font: number): PlacedCluster[] | undefined {
    const packed = clusters.map((each) => packAll(each.cards, this.#options(each, side, font)));
    const needed = packed.map((each) => frame.header + each.height);
    const heights = this.#heights(side, clusters, needed);
    return heights && this.#stack(side, clusters, packed, heights);
  }

  #cut(side: Side, clusters: readonly MapCluster[]): PlacedCluster[] {
    const wish = clusters.map((each) => {
      const room = sideBox(side).height;
      return frame.header + packDigest(each.cards, room, this.#options(each, side, floor)).height;
    });
    const same = this.#previous?.digest ? this.#keptHeights(clusters) : undefined;
    const heights = same ?? shareScarce(wish, available(side, clusters.length));
    const packed = clusters.map((each, index) => {
      const room = (heights[index] ?? 0) - frame.header;
      return packDigest(each.cards, room, this.#options(each, side, floor));
    });
    return this.#stack(side, clusters, packed, heights);
  }

  #options(cluster: MapCluster, side: Side, font: number) {
    const before = font === this.#previous?.font ? this.#before.get(cluster.id)?.cards : undefined;
    return { font, width: sideBox(side).width, measure: this.#measure, before: before ?? [] };
  }

  /** The old heights while they suffice; else the room shared anew; nothing when it is too small. */
  #heights(side: Side, clusters: readonly MapCluster[], needed: number[]): number[] | undefined {
    const old = this.#keptHeights(clusters);
    if (old && old.every((height, index) => height >= (needed[index] ?? 0))) return old;
    const room = available(side, clusters.length);
    const slack = room - needed.reduce((sum, height) => sum + height, 0);
    if (slack < 0) return undefined;
    return needed.map((height) => height + slack / needed.length);
  }

  /** The heights that exactly these clusters had when they stood together. */
  #keptHeights(clusters: readonly MapCluster[]): number[] | undefined {
    const before = clusters.map((each) => this.#before.get(each.id));
    const side = before[0]?.side;
    const together = this.#previous?.clusters.filter((each) => each.side === side).length;
    if (together !== clusters.length) return undefined;
    const heights = before.filter((each) => each?.side === side).map((each) => each?.height ?? 0);
    return heights.length === clusters.length ? heights : undefined;
  }

  #stack(
    side: Side,
    clusters: readonly MapCluster[],
    packed: readonly Packed[],
    heights: readonly number[],
  ): PlacedCluster[] {
    const { x, width, y: top } = sideBox(side);
    let y = top;
    return clusters.map((cluster, index) => {
      const height = heights[index] ?? 0;
      const origin = { x, y: y + frame.header };
      const cards = (packed[index]?.cards ?? []).map((card) => ({
        ...card,
        x: card.x + origin.x,
        y: card.y + origin.y,
      }));
      const placed = { cluster, side, cards, x, y, width, height };
      y += height + frame.gap;
      return placed;
    });
  }

  #result(font: number, digest: boolean, placed: readonly PlacedCluster[]): MapLayout {
    const order = new Map(this.#clusters.map((cluster, index) => [cluster.id, index]));
    const clusters = [...placed].sort(
      (a, b) => (order.get(a.cluster.id) ?? 0) - (order.get(b.cluster.id) ?? 0),
    );
    return { font, digest, clusters, reason: this.#reason(font, digest, clusters) };
  }

  #reason(font: number, digest: boolean, clusters: readonly PlacedCluster[]): Reason {
    const previous = this.#previous;
    if (!previous) return 'first';
    if (digest !== previous.digest) return 'digest';
    if (font !== previous.font) return 'font';
    if (clusters.length !== previous.clusters.length) return 'clusters';
    let reason: Reason = 'kept';
    for (const now of clusters) {
      const before = this.#before.get(now.cluster.id);
      if (!before) return 'clusters';
      if (before.side !== now.side) return 'split';
      if (before.y !== now.y || before.height !== now.height) reason = 'room';
    }
    return reason;
  }
}

function available(side: Side, clusters: number): number {
  return sideBox(side).height - frame.gap * Math.max(0, clusters - 1);
}

/** Gives each what it wishes, or an equal share of what is left for those who wish more. */
function shareScarce(wishes: readonly number[], room: number): number[] {
  const shares = wishes.map(() => 0);
  let left = room;
  const ascending = wishes
    .map((_, index) => index)
    .sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0));
  ascending.forEach((index, rank) => {
    const equal = left / (wishes.length - rank);
    shares[index] = Math.min(wishes[index] ?? 0, equal);
    left -= shares[index];
  });
  const extra = left / Math.max(1, wishes.length);
  return shares.map((share) => share + extra);
}
