// What people do on the pages, as commands. What becomes of them shows in the café's state: as
// waiting, then as confirmed, or in the tray of what was refused.
import { LinkKind, RecordKind } from '../gen/rebond/v1/record_pb';
import type { Id, RejectedCommand } from '../sync/api';
import { addCard, addGroup as composeGroup, editText, salvage } from '../sync/compose';
import type { CafeState } from './cafe.svelte';
import type { CardView, Mark } from './views';

export interface NewIdea {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly rebound?: { readonly to: Id; readonly kind: LinkKind; readonly phrase: string };
}

/** At the table that this device writes at. */
export function addIdea(cafe: CafeState, { text, marks, rebound }: NewIdea): void {
  const link = rebound && { rebound };
  void addCard(cafe.session, { table: cafe.myTable, text, marks: flags(marks), ...link });
}

export function editIdea(cafe: CafeState, card: CardView, text: string): void {
  void editText(cafe.session, cafe.session.replica.text(card.id), text);
}

export function markIdea(cafe: CafeState, card: CardView, marks: readonly Mark[]): void {
  const { tags, voice } = cafe.session.replica.get('card', card.id) ?? { tags: [], voice: '0' };
  void cafe.session.send({
    case: 'setCard',
    value: { card: card.id, voice, marks: { ...flags(marks), tags } },
  });
}

export function withdrawIdea(cafe: CafeState, card: CardView, withdrawn: boolean): void {
  const what = { kind: RecordKind.CARD, id: card.id };
  const value = { what };
  void cafe.session.send(withdrawn ? { case: 'withdraw', value } : { case: 'restore', value });
}

export function addGroup(cafe: CafeState, name: string, cards: readonly Id[]): void {
  void composeGroup(cafe.session, { name, cards: [...cards] });
}

/** Into a group, behind what is there; "0": out of their groups. */
export function placeIdeas(cafe: CafeState, cards: readonly Id[], group: Id): void {
  const there = cafe.cards.filter((card) => card.group === group && !cards.includes(card.id));
  let after = group === '0' ? '0' : (there.at(-1)?.id ?? '0');
  for (const card of cards) {
    void cafe.session.send({ case: 'placeCard', value: { card, group, after } });
    if (group !== '0') after = card;
  }
}

/** Into the café with a first name, or ""; `onrefused` is called when the server says no. */
export async function joinCafe(
  cafe: CafeState,
  name: string,
  onrefused: () => void,
): Promise<void> {
  const { outcome } = await cafe.session.join(name);
  if (!(await outcome).accepted) onrefused();
}

export function takeSeat(cafe: CafeState, table: Id): void {
  const participant = cafe.who?.participant ?? '0';
  void cafe.session.send({
    case: 'takeSeat',
    value: { seat: cafe.session.newId(), participant, table },
  });
}

export function goToStep(cafe: CafeState, step: Id): void {
  void cafe.session.send({ case: 'goToStep', value: { step } });
}

/** `minutes` 0: without a limit. */
export function startRound(cafe: CafeState, minutes: number, question: string): void {
  void cafe.session.send({ case: 'startRound', value: { minutes, question } });
}

export function pauseRound(cafe: CafeState): void {
  void cafe.session.send({ case: 'pauseRound', value: {} });
}

export function resumeRound(cafe: CafeState): void {
  void cafe.session.send({ case: 'resumeRound', value: {} });
}

export function extendRound(cafe: CafeState, minutes: number): void {
  void cafe.session.send({ case: 'extendRound', value: { minutes } });
}

export function endRound(cafe: CafeState): void {
  void cafe.session.send({ case: 'endRound', value: {} });
}

/** Whether the projector shows the words of ideas while a round runs. */
export function showTexts(cafe: CafeState, shown: boolean): void {
  const { theme, objective } = cafe.cafe ?? { theme: '', objective: '' };
  void cafe.session.send({ case: 'setCafe', value: { theme, objective, textsOnScreen: shown } });
}

/** The same command again, e.g. when writing has been opened. */
export async function sendAgain(cafe: CafeState, { key, command }: RejectedCommand): Promise<void> {
  if (command.kind.case === undefined) return;
  await cafe.session.send(command.kind);
  await cafe.session.dismiss(key);
}

/** Out of the person's sight; its words stay in their tray on the server. */
export function forget(cafe: CafeState, rejected: RejectedCommand): void {
  void salvage(cafe.session, rejected);
}

function flags(marks: readonly Mark[]) {
  return {
    unconventional: marks.includes('unconventional'),
    question: marks.includes('question'),
    unanimous: marks.includes('unanimous'),
  };
}
