// Links that are given out and taken back from the pages: a second tablet, a co-host, a new phone.
import { Role } from '../gen/rebond/v1/kinds_pb';
import type { AccessEntry, Id } from '../sync/api';
import type { CafeState } from './cafe.svelte';
import { reachable } from './join-address';

/** The page of a role, as links name it. */
const pages: Partial<Record<Role, string>> = {
  [Role.FACILITATOR]: 'facilitator',
  [Role.CAPTAIN]: 'captain',
  [Role.PARTICIPANT]: 'participant',
  [Role.REMOTE]: 'remote',
  [Role.EXPERT]: 'expert',
  [Role.SCREEN]: 'screen',
};

/** The roles that a facilitator can give a link for, in the order of the menu. */
export const givenRoles: readonly Role[] = [
  Role.CAPTAIN,
  Role.FACILITATOR,
  Role.SCREEN,
  Role.PARTICIPANT,
  Role.REMOTE,
  Role.EXPERT,
];

/** A new link at the address that others reach, once it opens; undefined when the server says no. */
export async function giveAccess(
  cafe: CafeState,
  role: Role,
  table: Id = '0',
): Promise<string | undefined> {
  const { token, outcome } = await cafe.session.giveAccess(role, table);
  if (!(await outcome).accepted) return undefined;
  const link = `/cafes/${cafe.key}/${pages[role] ?? ''}#${token}`;
  return reachable(link, cafe.who?.addresses ?? [], location.origin);
}

/** Its devices are sent away for good; "0": the link of this page itself. */
export function revokeAccess(cafe: CafeState, access: Id): void {
  void cafe.session.send({ case: 'revokeAccess', value: { access } });
}

/** Links that still open, the newest first; a person's own stand behind those for a role. */
export function openAccess(access: readonly AccessEntry[]): readonly AccessEntry[] {
  const personal = (entry: AccessEntry) => Number(entry.participant !== '0');
  return access
    .filter((entry) => !entry.revoked)
    .sort((a, b) => personal(a) - personal(b) || Number(b.access) - Number(a.access));
}
