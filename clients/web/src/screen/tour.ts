// The tour of the map: the whole map, each group, the propositions, the syntheses, and again.
import type { Id } from '../sync/api';
import { readingMs, wordCount } from './pages';

export type StopKind = 'overview' | 'cluster' | 'propositions' | 'synthesis';

export interface Stop {
  readonly kind: StopKind;
  /** Names the stop also when others come or go. */
  readonly key: string;
  /** The cluster's or the table's id; "" elsewhere. */
  readonly of: Id;
  readonly page: number;
  /** How long it is shown. */
  readonly ms: number;
}

/** Pages hold the texts that are read on them. */
export interface TourContent {
  readonly overview: readonly string[];
  readonly clusters: readonly { readonly id: Id; readonly pages: readonly (readonly string[])[] }[];
  readonly propositions: readonly (readonly string[])[];
  readonly syntheses: readonly { readonly table: Id; readonly lines: readonly string[] }[];
}

/** Clusters without an idea and tables without a line are passed over. */
export function planTour(content: TourContent): readonly Stop[] {
  const stops = [stop('overview', '', 0, content.overview)];
  for (const { id, pages } of content.clusters) {
    pages.forEach((texts, page) => {
      if (texts.length > 0) stops.push(stop('cluster', id, page, texts));
    });
  }
  content.propositions.forEach((texts, page) => {
    if (texts.length > 0) stops.push(stop('propositions', '', page, texts));
  });
  for (const { table, lines } of content.syntheses) {
    if (lines.length > 0) stops.push(stop('synthesis', table, 0, lines));
  }
  return stops;
}

function stop(kind: StopKind, of: Id, page: number, texts: readonly string[]): Stop {
  const key = [kind, of, page].join(' ');
  return { kind, key, of, page, ms: readingMs(wordCount(...texts)) };
}

/** Where a tour is. */
export interface Place {
  readonly key: string;
  /** The place of the stop when it was reached: where to go on when it is no longer there. */
  readonly index: number;
}

export const tourBegin: Place = { key: 'overview  0', index: 0 };

/** The stop at a place: the one of that name, or what has taken its place. */
export function stopAt(stops: readonly Stop[], place: Place): Stop | undefined {
  const named = stops.find((each) => each.key === place.key);
  return named ?? stops[Math.min(place.index, stops.length - 1)];
}

/** The next place; after the last stop the tour begins again. */
export function placeAfter(stops: readonly Stop[], place: Place): Place {
  const here = stopAt(stops, place);
  const index = here ? (stops.indexOf(here) + 1) % stops.length : 0;
  return { key: stops[index]?.key ?? tourBegin.key, index };
}
