// The links of a café, as its creation answered them: kept by the browser that created it.
//
// The server stores only hashes of tokens, so nobody can ask it for a link again. The document is
// what `POST /cafes` and `rebond create` give.

export interface CafeLinks {
  readonly cafe: string;
  readonly facilitator?: string;
  readonly screen?: string;
  /** In the order of the tables. */
  readonly captains: readonly string[];
  readonly participant?: string;
  readonly remote?: string;
  readonly expert?: string;
}

const prefix = 'rebond.links.';

export function keepLinks(document: unknown): CafeLinks | undefined {
  const links = parseLinks(document);
  if (links) localStorage.setItem(prefix + links.cafe, JSON.stringify(document));
  return links;
}

/** The links of a café that this browser knows. */
export function keptLinks(cafe: string): CafeLinks | undefined {
  try {
    return parseLinks(JSON.parse(localStorage.getItem(prefix + cafe) ?? 'null'));
  } catch {
    return undefined;
  }
}

/** All cafés whose links this browser knows. */
export function keptCafes(): readonly CafeLinks[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => keptLinks(key.slice(prefix.length)))
      .filter((links) => links !== undefined);
  } catch {
    return [];
  }
}

/** The document as it was, for saving to a file. */
export function linksDocument(cafe: string): string | undefined {
  return localStorage.getItem(prefix + cafe) ?? undefined;
}

/** Undefined for what is no such document. */
export function parseLinks(document: unknown): CafeLinks | undefined {
  if (!isObject(document) || typeof document['cafe'] !== 'string') return undefined;
  const links = document['links'];
  if (!isObject(links) || !Array.isArray(links['captains'])) return undefined;
  const captains = links['captains'].filter((each) => typeof each === 'string');
  const one = (role: string) => {
    const link = links[role];
    return typeof link === 'string' ? { [role]: link } : {};
  };
  return {
    cafe: document['cafe'],
    captains,
    ...one('facilitator'),
    ...one('screen'),
    ...one('participant'),
    ...one('remote'),
    ...one('expert'),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
