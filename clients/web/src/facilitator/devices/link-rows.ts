// The links that were given out when the café was made, with what each is called.
import type { Messages } from '../../i18n/fr';
import type { CafeLinks } from '../../state/cafe-links';
import type { CafeState } from '../../state/cafe.svelte';
import { reachable } from '../../state/join-address';
import type { TableView } from '../../state/views';

export interface LinkRow {
  readonly name: string;
  /** At the address that others reach. */
  readonly link: string;
  /** A captain's. */
  readonly table?: TableView;
}

/** The screen first, then the tables, then the roles; those that there are. */
export function linkRows(
  texts: Messages,
  cafe: CafeState,
  links: CafeLinks | undefined,
): readonly LinkRow[] {
  if (!links) return [];
  const found: LinkRow[] = [];
  const add = (name: string, link: string | undefined, table?: TableView) => {
    if (!link) return;
    const row = { name, link: reachable(link, cafe.who?.addresses ?? [], location.origin) };
    found.push(table ? { ...row, table } : row);
  };
  add(texts.roles.screen, links.screen);
  links.captains.forEach((link, index) => {
    const table = cafe.tables[index];
    add(texts.facilitator.captainOf(table?.name ?? String(index + 1)), link, table);
  });
  add(texts.roles.participant, links.participant);
  add(texts.roles.remote, links.remote);
  add(texts.roles.expert, links.expert);
  add(texts.roles.facilitator, links.facilitator);
  return found;
}
