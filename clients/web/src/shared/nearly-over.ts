// When a round is nearly over: what is left is worth a warning.
import type { Round } from '../gen/rebond/v1/record_pb';
import type { RoundClock } from '../state/round-clock';

const usualWarningMs = 2 * 60_000;

export function nearlyOver(round: Round | undefined, clock: RoundClock): boolean {
  return clock.phase === 'running' && clock.ms <= (round?.warningMs || usualWarningMs);
}
