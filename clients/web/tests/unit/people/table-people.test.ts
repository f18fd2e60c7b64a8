// Who is at a table: for the captain who counts, and for the person who looks for a seat.
import { describe, expect, it } from 'vitest';
import { earlierRound, seatRound, seatsOf, tablePeople } from '../../../src/shared/table-people';
import { checkIn, takeSeat } from '../../../src/state/actions';
import { pageOf } from '../support/cafe';

describe('the people of a table', () => {
  it('are expected where the plan puts them, until they sit down', async () => {
    const { cafe, draw } = await pageOf({ step: 'move-1' });
    const before = tablePeople(cafe, '10');
    const first = before.expected[0];
    if (!first) throw new Error('nobody is expected');

    takeSeat(cafe, '10', first.id);
    draw();

    const after = tablePeople(cafe, '10');
    expect(after.here.map((person) => person.id)).toContain(first.id);
    expect(after.expected).toHaveLength(before.expected.length - 1);
  });

  it('are not missed at their planned table when they have chosen another one', async () => {
    const { cafe, draw } = await pageOf({ step: 'move-1' });
    const first = tablePeople(cafe, '10').expected[0];
    if (!first) throw new Error('nobody is expected');

    takeSeat(cafe, '11', first.id);
    draw();

    expect(tablePeople(cafe, '10').expected.map((person) => person.id)).not.toContain(first.id);
    expect(tablePeople(cafe, '11').here.map((person) => person.id)).toContain(first.id);
  });

  it('are not counted any more once they have left', async () => {
    const { cafe, draw } = await pageOf({ step: 'round-2' });
    const first = tablePeople(cafe, '10').here[0];
    if (!first) throw new Error('nobody sits here');

    checkIn(cafe, first.id, 'left');
    draw();

    expect(tablePeople(cafe, '10').here.map((person) => person.id)).not.toContain(first.id);
  });
});

describe('a seat that is taken now', () => {
  it('is for the round that runs', async () => {
    const { cafe } = await pageOf({ step: 'round-2' });
    expect(seatRound(cafe)).toBe(cafe.round?.id);
  });

  it('is for the next round while people move', async () => {
    const { cafe } = await pageOf({ step: 'move-1' });
    expect(seatRound(cafe)).toBe(cafe.rounds[1]?.id);
    expect(earlierRound(cafe)).toBe(cafe.rounds[0]?.id);
    expect(seatsOf(cafe, earlierRound(cafe)).size).toBeGreaterThan(0);
  });

  it('is for the last round when none comes any more', async () => {
    const { cafe } = await pageOf({ step: 'table-syntheses' });
    expect(seatRound(cafe)).toBe(cafe.rounds.at(-1)?.id);
  });
});
