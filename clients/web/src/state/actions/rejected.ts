// What becomes of a command that the server refused.
import type { RejectedCommand } from '../../sync/api';
import { salvage } from '../../sync/compose';
import type { CafeState } from '../cafe.svelte';

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
