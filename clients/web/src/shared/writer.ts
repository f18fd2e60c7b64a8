// Who wrote a stretch of an idea, as far as the page may tell.
import { Role } from '../gen/rebond/v1/kinds_pb';
import type { Messages } from '../i18n/fr';
import type { CafeState } from '../state/cafe.svelte';
import type { CardView } from '../state/views';
import type { Words } from '../sync/api';
import { calledAs } from './named';

export function writerName(
  texts: Messages,
  cafe: CafeState,
  card: CardView,
): (words: Words) => string {
  return ({ author, device }) => {
    if (device === 0 || (card.anonymous && author === '0')) return texts.hall.idea.anonymous;
    const person = cafe.people.byId.get(author);
    if (person?.name) return calledAs(texts, person);
    const role = cafe.source.get('device', String(device))?.role ?? person?.role;
    if (role === Role.CAPTAIN) return texts.hall.idea.tablet;
    if (role === Role.FACILITATOR) return texts.hall.roles.facilitator;
    if (role === Role.EXPERT) return texts.hall.roles.expert;
    return person ? calledAs(texts, person) : texts.hall.idea.device(device);
  };
}
