// Where everything on the map stands: a pure function of the ideas and of where they stood.
//
// Nothing jumps. As long as there is room, a new idea moves nothing ('kept'). Only when there is
// none, the clusters of a side share their room again, or all texts become one step smaller, or,
// at the smallest size, the map becomes a digest; each of them happens once and for all clusters.
// While a round runs not even that: an idea without room is a segment of its cluster's bar until
// the round changes ('hold'), and then everything finds its place anew ('anew').
import { type Packed, type PackOptions, packAll, packDigest } from './columns';
import { card as cardShape, cluster as frame, fonts as usualFonts, sideBox } from './geometry';
import { defaultSplit, keptSides, type Sides, splits } from './sides';
import type { MapCluster, MapLayout, Measure, PlacedCluster, Reason, Side } from './types';

const sides: readonly Side[] = ['left', 'right'];

/**
 * 'as-needed': cards move when there is no room any more. 'hold': no card moves as long as the
 * clusters are the same. 'anew': everything finds its best place, the clusters on their sides.
 */
export type Freedom = 'as-needed' | 'hold' | 'anew';

export interface LayoutOptions {
  /** Sizes of cards, the largest first. */
  readonly fonts?: readonly number[];
  readonly freedom?: Freedom;
  /** Room is kept for so many more ideas in each cluster, where there is room. */
  readonly reserve?: number;
}

/** Places `clusters`, moving as little as possible of what `previous` shows. */
export function layout(
  clusters: readonly MapCluster[],
  measure: Measure,
  previous?: MapLayout,
  { fonts = usualFonts, freedom = 'as-needed', reserve = 0 }: LayoutOptions = {},
): MapLayout {
  const kept = keptSides(clusters, previous);
  const split = kept ?? defaultSplit(clusters);
  if (freedom === 'hold' && previous && sameClusters(clusters, previous)) {
    return new Placing(clusters, measure, fonts, previous).hold(split);
  }
  const fresh = freedom === 'anew';
  const placing = new Placing(clusters, measure, fonts, previous, fresh);
  if (previous?.digest && !fresh) return placing.digest(split);
  const largest = fresh ? Infinity : (previous?.font ?? Infinity);
  const usable = fonts.filter((font) => font <= largest);
  for (let spare = reserve; spare > 0; --spare) {
    const found = best(spare);
    if (found) return found;
  }
  const found = reserve > 0 ? best(0, usable.slice(-1)) : best(0);
  return found ?? placing.digest(split);

  /** Of all ways to share the clusters between the sides: the most readable, then the most even. */
  function best(spare: number, sizes = usable): MapLayout | undefined {
    const asBefore = kept && placing.largest(kept, sizes, spare);
    if (asBefore) return asBefore;
    return splits(clusters)
      .map((each) => placing.largest(each, sizes, spare))
      .filter((candidate) => candidate !== undefined)
      .sort((a, b) => b.font - a.font)[0];
  }
}

function sameClusters(clusters: readonly MapCluster[], { clusters: before }: MapLayout): boolean {
  const known = new Set(before.map((placed) => placed.cluster.id));
  return clusters.length === known.size && clusters.every((each) => known.has(each.id));
}

class Placing {
  readonly #clusters: readonly MapCluster[];
  readonly #measure: Measure;
  readonly #floor: number;
  readonly #previous: MapLayout | undefined;
  /** Everything may move, so that nothing of `previous` counts but the order of the cards. */
  readonly #fresh: boolean;
  readonly #before: ReadonlyMap<string, PlacedCluster>;

  constructor(
    clusters: readonly MapCluster[],
    measure: Measure,
    fonts: readonly number[],
    previous: MapLayout | undefined,
    fresh = false,
  ) {
    this.#clusters = clusters;
    this.#measure = measure;
    this.#floor = fonts[fonts.length - 1] ?? 24;
    this.#previous = previous;
    this.#fresh = fresh;
    this.#before = new Map(previous?.clusters.map((placed) => [placed.cluster.id, placed]));
  }

  /**
   * Every text in full and room for `spare` more in each cluster, at the largest of `usable` at
   * which that fits; nothing when none does.
   */
  largest(split: Sides, usable: readonly number[], spare: number): MapLayout | undefined {
    for (const font of usable) {
      const placed = sides.map((side) => this.#full(side, split[side], font, spare));
      if (placed.every((each) => each !== undefined)) {
        return this.#result(font, false, placed.flat());
      }
    }
    return undefined;
  }

  digest(split: Sides): MapLayout {
    const placed = sides.flatMap((side) => this.#cut(side, split[side]));
    return this.#result(this.#floor, true, placed);
  }

  /** Every cluster and card where it was; what is new stands where there is room for it. */
  hold(split: Sides): MapLayout {
    const { font, digest } = this.#previous ?? { font: this.#floor, digest: false };
    const placed = sides.flatMap((side) => {
      const clusters = split[side];
      const heights = clusters.map((each) => this.#before.get(each.id)?.height ?? 0);
      const packed = clusters.map((each, index) => {
        const lines = this.#before.get(each.id)?.linesMax ?? Infinity;
        return this.#part(each, this.#options(each, side, font), heights[index], [lines]);
      });
      return this.#stack(side, clusters, packed, heights);
    });
    return this.#result(font, digest, placed);
  }

  #full(
    side: Side,
    clusters: readonly MapCluster[],
    font: number,
    spare: number,
  ): PlacedCluster[] | undefined {
    const packed = clusters.map((each) => packAll(each.cards, this.#options(each, side, font)));
    const room = this.#spareRoom(side, font, spare);
    const needed = packed.map((each) => frame.header + each.height + room);
    const heights = this.#heights(side, clusters, needed);
    return heights && this.#stack(side, clusters, packed, heights);
  }

  #cut(side: Side, clusters: readonly MapCluster[]): PlacedCluster[] {
    const same = this.#previous?.digest && !this.#fresh ? this.#keptHeights(clusters) : undefined;
    const heights = same ?? shareScarce(this.#wishes(side, clusters), available(side, clusters));
    const packed = clusters.map((each, index) => {
      const before = same && this.#before.get(each.id)?.linesMax;
      const lines = cardShape.digestLines.filter((count) => count <= (before ?? Infinity));
      return this.#part(each, this.#options(each, side, this.#floor), heights[index], lines);
    });
    return this.#stack(side, clusters, packed, heights);
  }

  /** The heights at which every text would be in full. */
  #wishes(side: Side, clusters: readonly MapCluster[]): number[] {
    return clusters.map(
      (each) => frame.header + packAll(each.cards, this.#options(each, side, this.#floor)).height,
    );
  }

  /** What of a cluster is in sight: the first of `lines` a card that lets all of them in sight. */
  #part(
    { cards }: MapCluster,
    options: PackOptions,
    height: number | undefined,
    lines: readonly number[],
  ): Packed {
    const pack = (linesMax: number) =>
      packDigest(cards, (height ?? 0) - frame.header, options, linesMax);
    const texts = cards.filter((card) => card.text.trim() !== '').length;
    for (const linesMax of lines.slice(0, -1)) {
      const packed = pack(linesMax);
      if (packed.cards.length === texts) return packed;
    }
    return pack(lines[lines.length - 1] ?? 1);
  }

  #options(cluster: MapCluster, side: Side, font: number): PackOptions {
    const same = font === this.#previous?.font && !this.#fresh;
    const before = same ? this.#before.get(cluster.id)?.cards : undefined;
    return { font, width: sideBox(side).width, measure: this.#measure, before: before ?? [] };
  }

  /** What `spare` ideas of the usual length need under each other in the columns. */
  #spareRoom(side: Side, font: number, spare: number): number {
    const column = (sideBox(side).width - cardShape.gap) / cardShape.columns - 2 * cardShape.padX;
    // The last line of an idea is half full, more or less.
    const lines = this.#measure('n'.repeat(frame.usualLength), font) / column + 0.5;
    const height = lines * font * cardShape.lineHeight + 2 * cardShape.padY + cardShape.gap;
    return Math.ceil((spare / cardShape.columns) * height);
  }

  /** The old heights while they suffice; else the room shared anew; nothing when too small. */
  #heights(side: Side, clusters: readonly MapCluster[], needed: number[]): number[] | undefined {
    const old = this.#fresh ? undefined : this.#keptHeights(clusters);
    if (old && old.every((height, index) => height >= (needed[index] ?? 0))) return old;
    const room = available(side, clusters);
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
      const { linesMax = Infinity } = packed[index] ?? {};
      const placed = { cluster, side, cards, linesMax, x, y, width, height };
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
    if (this.#fresh) return 'anew';
    if (digest !== previous.digest) return 'digest';
    if (font !== previous.font) return 'font';
    if (clusters.length !== previous.clusters.length) return 'clusters';
    let reason: Reason = 'kept';
    for (const now of clusters) {
      const before = this.#before.get(now.cluster.id);
      if (!before) return 'clusters';
      if (before.side !== now.side) return 'split';
      if (before.linesMax !== now.linesMax) return 'digest';
      if (before.y !== now.y || before.height !== now.height) reason = 'room';
    }
    return reason;
  }
}

function available(side: Side, { length }: readonly MapCluster[]): number {
  return sideBox(side).height - frame.gap * Math.max(0, length - 1);
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
