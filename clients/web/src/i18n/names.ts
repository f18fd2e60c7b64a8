// The words for the protocol's numbers and slugs, in the language of the page.
import { CloseCode } from '../gen/rebond/v1/frame_pb';
import { LinkKind, Role } from '../gen/rebond/v1/kinds_pb';
import { RejectionCode } from '../gen/rebond/v1/result_pb';
import type { Messages } from './fr';

/** "round-2" is "Tour 2"; a slug that this page does not know is shown as it is. */
export function stepName(texts: Messages, slug: string): string {
  const [, kind, number] = /^(round|move)-(\d+)$/.exec(slug) ?? [];
  if (kind === 'round') return texts.round(Number(number));
  if (kind === 'move') return texts.move(Number(number));
  const names: Record<string, string> = texts.steps;
  return names[slug.replaceAll('-', '_')] ?? slug;
}

/** The kinds that a person can choose from, in the order of the menu. */
export const chosenKinds: readonly LinkKind[] = [
  LinkKind.BUILDS_ON,
  LinkKind.NUANCES,
  LinkKind.OPPOSES,
  LinkKind.EXAMPLE_OF,
  LinkKind.ASKS,
  LinkKind.SAME_AS,
  LinkKind.LEADS_TO,
];

/** The person's own words, or else those of the kind. */
export function linkPhrase(texts: Messages, kind: LinkKind, phrase: string): string {
  if (phrase !== '') return phrase;
  const names: Partial<Record<LinkKind, string>> = {
    [LinkKind.BUILDS_ON]: texts.kinds.buildsOn,
    [LinkKind.NUANCES]: texts.kinds.nuances,
    [LinkKind.OPPOSES]: texts.kinds.opposes,
    [LinkKind.EXAMPLE_OF]: texts.kinds.exampleOf,
    [LinkKind.ASKS]: texts.kinds.asks,
    [LinkKind.SAME_AS]: texts.kinds.sameAs,
    [LinkKind.LEADS_TO]: texts.kinds.leadsTo,
  };
  return names[kind] ?? texts.kinds.unknown;
}

export function roleName(texts: Messages, role: Role): string {
  const names: Partial<Record<Role, string>> = {
    [Role.FACILITATOR]: texts.roles.facilitator,
    [Role.CAPTAIN]: texts.roles.captain,
    [Role.PARTICIPANT]: texts.roles.participant,
    [Role.REMOTE]: texts.roles.remote,
    [Role.EXPERT]: texts.roles.expert,
    [Role.SCREEN]: texts.roles.screen,
  };
  return names[role] ?? String(role);
}

/** Why the server refused, and what the person can do. */
export function rejectionText(texts: Messages, code: RejectionCode): string {
  const words: Partial<Record<RejectionCode, string>> = {
    [RejectionCode.MALFORMED]: texts.rejected.malformed,
    [RejectionCode.UNSUPPORTED]: texts.rejected.unsupported,
    [RejectionCode.FORBIDDEN]: texts.rejected.forbidden,
    [RejectionCode.NOT_FOUND]: texts.rejected.notFound,
    [RejectionCode.TARGET_WITHDRAWN]: texts.rejected.withdrawn,
    [RejectionCode.ROUND_CLOSED]: texts.rejected.roundClosed,
    [RejectionCode.LIMIT]: texts.rejected.limit,
    [RejectionCode.BUDGET]: texts.rejected.budget,
    [RejectionCode.CONFLICT]: texts.rejected.conflict,
  };
  return words[code] ?? texts.rejected.other(code);
}

/** Why the connection is over for good, and what the person can do. */
export function endedText(texts: Messages, code: number): string {
  const words: Record<number, string> = {
    [CloseCode.BAD_REQUEST]: texts.ended.badRequest,
    [CloseCode.UNAUTHENTICATED]: texts.ended.unauthenticated,
    [CloseCode.FORBIDDEN]: texts.ended.forbidden,
    [CloseCode.NO_SUCH_CAFE]: texts.ended.noSuchCafe,
    [CloseCode.UPGRADE]: texts.ended.upgrade,
    [CloseCode.SUPERSEDED]: texts.ended.superseded,
    [CloseCode.REMOVED]: texts.ended.removed,
    [CloseCode.ENDED]: texts.ended.over,
    [CloseCode.CONNECTIONS]: texts.ended.connections,
  };
  return words[code] ?? texts.ended.other;
}
