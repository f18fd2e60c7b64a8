// Gives a command of this page; what becomes of it shows in the café's state.
import type { CommandInit } from '../../sync/api';
import type { CafeState } from '../cafe.svelte';

export function give(cafe: CafeState, command: CommandInit): void {
  void cafe.session.send(command);
}
