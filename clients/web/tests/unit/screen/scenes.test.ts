// What the scenes tell a hall: who is here, who goes where, what is discussed, when it is.
import { describe, expect, it } from 'vitest';
import { AnswerKind } from '../../../src/gen/rebond/v1/harvest_pb';
import { RecordKind, Role } from '../../../src/gen/rebond/v1/kinds_pb';
import { fr } from '../../../src/i18n/fr';
import { arrivals } from '../../../src/screen/arrivals';
import { clockFace } from '../../../src/screen/clock-face';
import { focusClusters, tableCluster, ungrouped } from '../../../src/screen/clusters';
import { discussed } from '../../../src/screen/discussion';
import { instructions } from '../../../src/screen/instructions';
import { moveTables } from '../../../src/screen/move-tables';
import { seatColours } from '../../../src/screen/seat-colours';
import { whenText } from '../../../src/screen/when';
import { zoomOf } from '../../../src/screen/zoom';
import type { ExpertItemView } from '../../../src/state/expert.svelte';
import type { PersonView } from '../../../src/state/people.svelte';
import type { CardView, GroupView, TableView } from '../../../src/state/views';

const table = (id: string, number: number) =>
  ({ id, number, name: `Table ${number}` }) as TableView;

function person(id: string, part: Partial<PersonView> = {}): PersonView {
  const name = `Nom ${id}`;
  const usual = { id, name, role: Role.PARTICIPANT, attendance: 'here', joinedAtMs: 0 };
  return { ...usual, ...part } as PersonView;
}

describe('the welcome', () => {
  const here = [person('1', { joinedAtMs: 10 }), person('2', { joinedAtMs: 20 })];

  it('tells no name unless the facilitator says so', () => {
    const told = arrivals(here, false, 30);
    expect(told).toEqual({ count: 2, names: [], others: 2, greeted: '' });
  });

  it('names people in the order of their coming, and counts who has no name', () => {
    const told = arrivals([...here, person('3', { name: '' })], true, 30);
    expect(told.names.map((each) => each.id)).toEqual(['1', '2']);
    expect(told.others).toBe(1);
  });

  it('greets by name who has just come', () => {
    expect(arrivals(here, true, 30).greeted).toBe('Nom 2');
    expect(arrivals(here, true, 60_000).greeted).toBe('');
  });
});

describe('the move', () => {
  const tables = [table('t1', 1), table('t2', 2)];
  const [ana, bob, eve] = [person('a'), person('b'), person('e')];
  const moves = [
    { table: table('t1', 1), captains: [], arriving: [ana], staying: [bob] },
    { table: table('t2', 2), captains: [], arriving: [eve], staying: [] },
  ];
  const sources = { tables, moves, seats: [], round: 'r2', names: false };

  it('counts who goes to each table, without names', () => {
    const { tiles } = moveTables(sources);
    expect(tiles.map((tile) => tile.planned)).toEqual([2, 1]);
    expect(tiles.flatMap((tile) => tile.names)).toEqual([]);
    expect(moveTables({ ...sources, names: true }).tiles[0]?.names).toEqual(['Nom a', 'Nom b']);
  });

  it('says how many are missing once somebody has sat down in the round to come', () => {
    expect(moveTables(sources).missing).toBeUndefined();
    const before = [{ participant: 'a', round: 'r1', table: 't2' }];
    expect(moveTables({ ...sources, seats: before }).missing).toBeUndefined();
    const now = [{ participant: 'a', round: 'r2', table: 't1' }];
    expect(moveTables({ ...sources, seats: now }).missing).toBe(2);
  });

  it('waits for nobody who is not here', () => {
    const left = [{ ...moves[1]!, arriving: [person('e', { attendance: 'left' })] }];
    const seats = [{ participant: 'a', round: 'r2', table: 't1' }];
    expect(moveTables({ ...sources, moves: left, seats }).missing).toBe(0);
  });

  it('has as many names for the colours of seats as colours', () => {
    expect(fr.screen.seatColours.length).toBe(seatColours.length);
  });
});

describe('the discussion with the expert', () => {
  const item = (id: string, queued: boolean, answeredAt: readonly number[]) =>
    ({
      id,
      queued,
      answers: answeredAt.map((atMs) => ({ id: `answer ${id}`, kind: AnswerKind.TRUE, atMs })),
    }) as unknown as ExpertItemView;
  const items = [item('old', true, [1000]), item('first', true, []), item('second', true, [])];
  const nowMs = 100_000;

  it('is about the first idea that waits', () => {
    expect(discussed({ items, spotlight: undefined, nowMs })).toBe('first');
  });

  it('stays at a new answer for a minute, so that the hall can read it', () => {
    const answered = [item('first', true, [nowMs - 5000]), item('second', true, [])];
    expect(discussed({ items: answered, spotlight: undefined, nowMs })).toBe('first');
    const later = nowMs + 60_000;
    expect(discussed({ items: answered, spotlight: undefined, nowMs: later })).toBe('second');
  });

  it('goes where the facilitator points, to an idea or to an answer', () => {
    const card = { kind: RecordKind.CARD, id: 'second' };
    expect(discussed({ items, spotlight: card, nowMs })).toBe('second');
    const answer = { kind: RecordKind.EXPERT_ANSWER, id: 'answer old' };
    expect(discussed({ items, spotlight: answer, nowMs })).toBe('old');
  });

  it('shows the last answer when nobody waits, and nothing when there is none', () => {
    const done = [item('a', true, [1000]), item('b', true, [2000])];
    expect(discussed({ items: done, spotlight: undefined, nowMs })).toBe('b');
    expect(discussed({ items: [], spotlight: undefined, nowMs })).toBeUndefined();
  });
});

describe('what the map goes near to', () => {
  const idea = (id: string, tableId: string, group: string) =>
    ({ id, tableId, group }) as CardView;
  const cards = [idea('c1', 't1', 'g1'), idea('c2', 't2', '0'), idea('c3', 't1', 'gone')];
  const tables = [table('t1', 1), table('t2', 2), table('t3', 3)];

  it('is each table with an idea, as long as there is no group', () => {
    const found = focusClusters({ cards, groups: [], tables }, 'Sans groupe');
    expect(found.map((cluster) => cluster.id)).toEqual(['t1', 't2']);
  });

  it('is each group with an idea, then what is in no group', () => {
    const groups = [{ id: 'g1', name: 'Eau' }, { id: 'g2', name: 'Vide' }] as GroupView[];
    const found = focusClusters({ cards, groups, tables }, 'Sans groupe');
    expect(found.map((cluster) => cluster.id)).toEqual(['g1', ungrouped]);
    expect(found[1]?.cards.map((card) => card.id)).toEqual(['c2', 'c3']);
  });

  it('is all ideas of one table, whatever groups there are', () => {
    expect(tableCluster({ cards, tables }, 't1')?.cards.length).toBe(2);
    expect(tableCluster({ cards, tables }, 't9')).toBeUndefined();
  });
});

describe('the clock', () => {
  const round = { startedAtMs: 1, deadlineMs: 600_000, warningMs: 0 } as never;

  it('says with a word and a sign what its colour says', () => {
    expect(clockFace(round, 0, fr)).toMatchObject({ tone: 'plain', note: '' });
    const soon = clockFace(round, 500_000, fr);
    expect(soon).toMatchObject({ tone: 'warn', sign: 'soon', note: 'Dernières minutes' });
    const over = clockFace(round, 700_000, fr);
    expect(over).toMatchObject({ tone: 'bad', sign: 'over', note: fr.timer.overtime });
  });

  it('says nothing in a step without a round', () => {
    expect(clockFace(undefined, 0, fr).note).toBe('');
  });
});

describe('words and numbers of the projector', () => {
  it('gives one instruction a line, and its own for the objective only', () => {
    const own = { slug: 'expert', instruction: 'Écoutez.\n\n Demandez. ' };
    expect(instructions(own, ['règle'])).toEqual(['Écoutez.', 'Demandez.']);
    expect(instructions({ slug: 'objective', instruction: '' }, ['règle'])).toEqual(['règle']);
    expect(instructions({ slug: 'expert', instruction: '' }, ['règle'])).toEqual([]);
  });

  it('says dates as people do, and leaves other words alone', () => {
    expect(whenText('2026-11-25T14:00', 'fr')).toBe('mercredi 25 novembre 2026, 14:00');
    expect(whenText('2026-11-30', 'fr', 'long')).toBe('30 novembre 2026');
    expect(whenText('avant l’hiver', 'fr')).toBe('avant l’hiver');
    expect(whenText('2026-99-99', 'fr')).toBe('2026-99-99');
  });

  it('zooms within what can be read and laid out', () => {
    expect(zoomOf(0)).toBe(1);
    expect(zoomOf(150)).toBe(1.5);
    expect(zoomOf(10)).toBe(0.6);
    expect(zoomOf(900)).toBe(2.5);
  });
});
