// What the clock of a round shows: computed from the round's record and café time, never counted.
import type { Round } from '../gen/rebond/v1/record_pb';

/** 'open' is a round without a deadline. */
export interface RoundClock {
  readonly phase: 'idle' | 'running' | 'open' | 'paused' | 'overtime' | 'grace' | 'locked';
  /** What is left, or what is beyond the end; 0 where nothing is counted. */
  readonly ms: number;
}

/** `nowMs` is café time. */
export function roundClock(round: Round | undefined, nowMs: number): RoundClock {
  if (!round || round.startedAtMs === 0) return { phase: 'idle', ms: 0 };
  if (round.locked) return { phase: 'locked', ms: 0 };
  if (round.endedAtMs > 0) {
    return { phase: 'grace', ms: Math.max(0, round.endedAtMs + round.graceMs - nowMs) };
  }
  if (round.paused) return { phase: 'paused', ms: round.remainingMs };
  if (round.deadlineMs === 0) return { phase: 'open', ms: 0 };
  const left = round.deadlineMs - nowMs;
  return left > 0 ? { phase: 'running', ms: left } : { phase: 'overtime', ms: -left };
}

/** Whether there is a time to show. */
export function ticks({ phase }: RoundClock): boolean {
  return phase !== 'idle' && phase !== 'open' && phase !== 'locked';
}

/** "12:40"; what is left is rounded up, so that zero is shown when the time is up and not before. */
export function clockText(clock: RoundClock): string {
  const seconds = (clock.phase === 'overtime' ? Math.floor : Math.ceil)(clock.ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const text = `${pad(minutes)}:${pad(seconds % 60)}`;
  return clock.phase === 'overtime' ? `+${text}` : text;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
