// What everybody is shown, what is taken back, and what a person keeps alone.
import type { MessageInitShape } from '@bufbuild/protobuf';
import { type ShowSchema } from '../../gen/rebond/v1/harvest_pb';
import { RecordKind, View } from '../../gen/rebond/v1/kinds_pb';
import type { Id, MyDraft } from '../../sync/api';
import { deviceOfId } from '../../sync/command-ids';
import { addCard } from '../../sync/compose';
import type { CafeState } from '../cafe.svelte';
import { withdraw } from './ideas';
import { give } from './send';

export type ShowChanges = Omit<MessageInitShape<typeof ShowSchema>, '$typeName' | '$unknown'>;

/** Changes what the projector shows; what is left out stays as it is. */
export function setShow(cafe: CafeState, changes: ShowChanges): void {
  const { view, spotlight, spotlightKind, table, group, zoomPercent, tour, names, attention } =
    cafe.source.get('show', '1') ?? {};
  const before = { view, spotlight, spotlightKind, table, group, zoomPercent, tour, names };
  const show = Object.fromEntries(
    Object.entries({ ...before, attention, ...changes }).filter(([, value]) => value !== undefined),
  ) as ShowChanges;
  give(cafe, { case: 'setShow', value: { show } });
}

/** In large letters; `undefined` takes it down again. */
export function spotlight(cafe: CafeState, what: { kind: RecordKind; id: Id } | undefined): void {
  setShow(cafe, {
    spotlight: what?.id ?? '0',
    spotlightKind: what?.kind ?? RecordKind.UNSPECIFIED,
  });
}

/** Back to what belongs to the step: no spotlight, one table or group; names stay as they are. */
export function showTheStep(cafe: CafeState): void {
  const nothing = { spotlight: '0', spotlightKind: RecordKind.UNSPECIFIED, table: '0', group: '0' };
  setShow(cafe, { ...nothing, view: View.UNSPECIFIED, tour: false, attention: false });
}

/** A message to everybody. */
export function announce(cafe: CafeState, text: string): void {
  give(cafe, { case: 'announce', value: { announcement: cafe.session.newId(), text } });
}

export function withdrawAnnouncement(cafe: CafeState, announcement: Id): void {
  withdraw(cafe, RecordKind.ANNOUNCEMENT, announcement);
}

/** Takes back the device's own last action; `onrefused` is called when there is none. */
export async function undo(cafe: CafeState, onrefused: () => void = () => {}): Promise<void> {
  const { outcome } = await cafe.session.send({ case: 'undo', value: {} });
  const result = await outcome;
  if (result.accepted) return;
  await cafe.session.dismiss(result.rejected.key);
  onrefused();
}

/** Words that only this person sees. Returns the draft's id: another one for another device's. */
export function saveDraft(cafe: CafeState, text: string, known?: Id): Id {
  const own = known !== undefined && deviceOfId(known) === cafe.who?.device;
  const draft = own ? known : cafe.session.newId();
  give(cafe, { case: 'saveDraft', value: { draft, table: cafe.myTable, text } });
  if (known !== undefined && !own) dropDraft(cafe, known);
  return draft;
}

export function dropDraft(cafe: CafeState, draft: Id): void {
  give(cafe, { case: 'dropDraft', value: { draft } });
}

/** A draft becomes an idea of the table. */
export function shareDraft(cafe: CafeState, { id, text }: MyDraft): void {
  void addCard(cafe.session, { table: cafe.myTable, text });
  dropDraft(cafe, id);
}
