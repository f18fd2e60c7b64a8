// The clock of a round: a deadline and a pause, never a countdown of its own.
import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { RoundSchema } from '../../../src/gen/rebond/v1/record_pb';
import { clockText, roundClock, ticks } from '../../../src/state/round-clock';

const started = { startedAtMs: 1_000, deadlineMs: 601_000, graceMs: 60_000 };
const at = (nowMs: number, fields: object = started) =>
  roundClock(create(RoundSchema, fields), nowMs);

describe('the clock of a round', () => {
  it('shows the full time at the start and zero only when the time is up', () => {
    expect(clockText(at(1_000))).toBe('10:00');
    expect(clockText(at(1_001))).toBe('10:00');
    expect(clockText(at(600_999))).toBe('00:01');
  });

  it('counts up once the time is up', () => {
    expect(at(601_000).phase).toBe('overtime');
    expect(clockText(at(666_500))).toBe('+01:05');
  });

  it('stands still while the round is paused', () => {
    const paused = { ...started, paused: true, remainingMs: 90_000 };
    expect(clockText(at(5_000, paused))).toBe(clockText(at(500_000, paused)));
  });

  it('counts the grace down after the end, and is gone when writing is locked', () => {
    const ended = { ...started, endedAtMs: 700_000 };
    expect(at(730_000, ended)).toEqual({ phase: 'grace', ms: 30_000 });
    expect(ticks(at(800_000, { ...ended, locked: true }))).toBe(false);
  });

  it('shows no time for a round without a deadline, or none at all', () => {
    expect(ticks(at(5_000, { startedAtMs: 1_000 }))).toBe(false);
    expect(ticks(roundClock(undefined, 0))).toBe(false);
  });
});
