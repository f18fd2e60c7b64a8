// Small rules of the pages that people sit at.
import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { RoundSchema } from '../../../src/gen/rebond/v1/record_pb';
import { nearlyOver } from '../../../src/shared/nearly-over';
import { offeredTags } from '../../../src/shared/tags';
import { whenText } from '../../../src/shared/when';
import { addIdea } from '../../../src/state/actions';
import { roundClock } from '../../../src/state/round-clock';
import { pageOf } from '../support/cafe';

describe('a round that is nearly over', () => {
  const minute = 60_000;
  const round = (fields: object) =>
    create(RoundSchema, { startedAtMs: 1, deadlineMs: 20 * minute, ...fields });
  const warns = (fields: object, nowMs: number) =>
    nearlyOver(round(fields), roundClock(round(fields), nowMs));

  it('is so two minutes before its end, unless the round says otherwise', () => {
    expect(warns({}, 17.9 * minute)).toBe(false);
    expect(warns({}, 18 * minute)).toBe(true);
    expect(warns({ warningMs: 5 * minute }, 15 * minute)).toBe(true);
  });

  it('is not so when the time is up, or stands still', () => {
    expect(warns({}, 21 * minute)).toBe(false);
    expect(warns({ paused: true, remainingMs: minute }, 19 * minute)).toBe(false);
  });
});

describe('the keywords that are offered', () => {
  it('are the café’s own, then those in use, the most used first', async () => {
    const { cafe, draw } = await pageOf();
    const own = cafe.cafe?.keywords ?? [];
    addIdea(cafe, { text: 'un', marks: [], tags: ['vélo'] });
    addIdea(cafe, { text: 'deux', marks: [], tags: ['banc', 'vélo'] });
    draw();
    const offered = offeredTags(cafe);
    expect(offered.slice(0, own.length)).toEqual(own);
    expect(offered.indexOf('vélo')).toBeLessThan(offered.indexOf('banc'));
  });
});

describe('a date', () => {
  it('is said as people say it, and words that are none stay', () => {
    expect(whenText('fr', '2031-01-22T18:00')).toMatch(/^mercredi 22 janvier 2031.*18:00$/);
    expect(whenText('en', '2031-01-22')).toContain('January 22, 2031');
    expect(whenText('fr', 'avant l’hiver')).toBe('avant l’hiver');
    expect(whenText('fr', '')).toBe('');
  });
});
