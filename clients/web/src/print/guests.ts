// Whom paper is made for.
import { Role } from '../gen/rebond/v1/kinds_pb';
import type { CafeState } from '../state/cafe.svelte';
import { keptLinks } from '../state/cafe-links';
import { joinAddress, reachable } from '../state/join-address';
import type { PersonView } from '../state/people.svelte';

/** Everybody who sits in the room and has not left, by name; who has none comes last. */
export function guests(cafe: CafeState): readonly PersonView[] {
  const roles: readonly Role[] = [Role.PARTICIPANT, Role.CAPTAIN];
  return cafe.people.all
    .filter((person) => person.attendance !== 'left' && roles.includes(person.role))
    .sort(
      (a, b) =>
        Number(a.name === '') - Number(b.name === '') ||
        a.name.localeCompare(b.name, cafe.cafe?.language || 'fr') ||
        a.number - b.number,
    );
}

/** What a guest's phone opens: the link for all, or else the page where the code is typed. */
export function guestLink(cafe: CafeState): { readonly link: string; readonly whole: boolean } {
  const addresses = cafe.who?.addresses ?? [];
  const kept = keptLinks(cafe.key)?.participant;
  if (kept) return { link: reachable(kept, addresses, location.origin), whole: true };
  const join = joinAddress(addresses, location.origin, cafe.who?.joinCode ?? '');
  return { link: join.url, whole: false };
}

/** So many at a time. */
export function inPages<T>(items: readonly T[], each: number): readonly (readonly T[])[] {
  const pages: T[][] = [];
  for (let at = 0; at < items.length; at += each) pages.push(items.slice(at, at + each));
  return pages;
}
