// What the projector’s clock shows besides the time: a colour, always with a word and a sign.
import type { Round } from '../gen/rebond/v1/record_pb';
import type { Messages } from '../i18n/fr';
import { nearlyOver } from '../shared/nearly-over';
import { type RoundClock, roundClock } from '../state/round-clock';

export interface ClockFace {
  readonly clock: RoundClock;
  readonly tone: 'plain' | 'warn' | 'bad';
  readonly sign: 'soon' | 'paused' | 'over' | 'grace' | undefined;
  /** "" when the time says enough. */
  readonly note: string;
}

/** `nowMs` is café time. */
export function clockFace(round: Round | undefined, nowMs: number, texts: Messages): ClockFace {
  const clock = roundClock(round, nowMs);
  const { timer, screen } = texts;
  switch (clock.phase) {
    case 'running':
      return nearlyOver(round, clock)
        ? { clock, tone: 'warn', sign: 'soon', note: screen.lastMinutes }
        : { clock, tone: 'plain', sign: undefined, note: '' };
    case 'paused':
      return { clock, tone: 'warn', sign: 'paused', note: timer.paused };
    case 'overtime':
      return { clock, tone: 'bad', sign: 'over', note: timer.overtime };
    case 'grace':
      return { clock, tone: 'bad', sign: 'grace', note: timer.grace };
    case 'locked':
      return { clock, tone: 'plain', sign: undefined, note: timer.locked };
    case 'open':
      return { clock, tone: 'plain', sign: undefined, note: screen.roundOpen };
    case 'idle':
      return { clock, tone: 'plain', sign: undefined, note: round ? screen.roundSoon : '' };
  }
}
