// Fills the fake café with people: who is here, who is expected, who sits where, and the plan.
import { create } from '@bufbuild/protobuf';
import { WishesSchema } from '../../src/gen/rebond/v1/method_command_pb';
import type { Change } from '../../src/gen/rebond/v1/entry_pb';
import { Role } from '../../src/gen/rebond/v1/kinds_pb';
import type { FakeServer } from './server';

const firstNames = (
  'Amina Bruno Chantal Djamel Élise Fatou Gérard Hélène Ibrahim Jeanne Kévin Lucie Mehdi Nadia ' +
  'Odile Paul Quentin Rosa Samir Thérèse Ugo Véronique Wassim Xavier Yasmina Zoé'
).split(' ');

/** The people's ids: captains from 500 on, one a table; the others from 600 on. */
export const captainId = (table: number) => String(500 + table);
export const personId = (n: number) => String(600 + n);

export interface People {
  people: number;
  tables: number;
  /** Rounds that people have sat in, from 1. */
  sat: number;
}

export function fillPeople(server: FakeServer, { people, tables, sat }: People): void {
  const changes: Change[] = [];
  const now = server.now();
  for (let table = 0; table < tables; ++table) {
    const id = captainId(table);
    const captain = { role: Role.CAPTAIN, table: String(10 + table), joinedAtMs: now - 3_600_000 };
    changes.push(server.put('participant', id, captain));
    server.names.set(id, ['Sophie', 'Marc', 'Leïla', 'Didier', 'Anne'][table % 5] ?? '');
  }
  for (let n = 0; n < people; ++n) {
    const id = personId(n);
    // One in nine is still expected, one in eleven has left, one in seven has no name.
    const joinedAtMs = n % 9 === 8 ? 0 : now - 1_800_000 + n * 20_000;
    const left = joinedAtMs > 0 && n % 11 === 10;
    changes.push(server.put('participant', id, { role: Role.PARTICIPANT, joinedAtMs, left }));
    const again = Math.floor(n / firstNames.length);
    const name = firstNames[n % firstNames.length] ?? '';
    if (n % 7 !== 6) server.names.set(id, again > 0 ? `${name} ${again + 1}` : name);
    const group = n % 3 === 0 ? 'salarié' : 'locataire';
    server.wishes.set(id, create(WishesSchema, { group, photos: n % 2 === 0, quotes: true }));
    for (let round = 1; round <= sat; ++round) {
      if (joinedAtMs === 0) continue;
      const table = String(10 + tableIn(n, round, tables));
      const seat = String(20_000 + n * 10 + round);
      changes.push(server.put('seat', seat, { participant: id, round: String(20 + round), table }));
    }
  }
  server.publish(changes);
  if (people > 0) server.publish(planSeats(server, { automatic: true, seed: '17' }));
}

export function planSeats(
  server: FakeServer,
  wish: { automatic: boolean; seed: string; returnHome?: boolean },
): Change[] {
  const tables = server.all('table').filter(([, table]) => !table.withdrawn).length;
  const travellers = server
    .all('participant')
    .filter(([, person]) => person.role !== Role.CAPTAIN && !person.left)
    .map(([id]) => id);
  const rounds = server.all('round');
  const changes = rounds.map(([id, round]) =>
    server.put('plannedRound', id, {
      people: travellers,
      tables: travellers.map((person) => {
        const n = Number(person) >= 600 ? Number(person) - 600 : Number(BigInt(person) % 97n);
        const last = wish.returnHome && round.number === rounds.length;
        return tableIn(n, last ? 1 : round.number, tables) + 1;
      }),
    }),
  );
  const madeSeq = server.entries.length + 1;
  const score = { repeats: 4, revisits: 0, encountersLeast: 9, encountersMedian: 12, changed: 2 };
  changes.push(
    server.put('seatPlan', '1', {
      ...wish,
      ...score,
      wantedSeq: madeSeq,
      madeSeq,
      optimal: false,
      offsets: [1, 2],
    }),
  );
  return changes;
}

/** From 0: everybody moves on by another number of tables. */
function tableIn(n: number, round: number, tables: number): number {
  return (n + (round - 1) * (1 + (Math.floor(n / tables) % Math.max(1, tables - 1)))) % tables;
}
