// Fills the fake café: the real café's 25 ideas, and on demand invented ones beyond them.
import { LinkKind, Role } from '../../src/gen/rebond/v1/record_pb';
import plan from '../../../../demo/cafe-energie.json';
import { insert } from './decide';
import type { FakeServer } from './server';

const everyone = [Role.CAPTAIN, Role.PARTICIPANT, Role.REMOTE];
const steps: [string, Role[], number][] = [
  ['preparation', [], 0],
  ['welcome', [], 0],
  ['objective', [], 0],
  ['round-1', everyone, 1],
  ['move-1', [], 0],
  ['round-2', everyone, 2],
  ['move-2', [], 0],
  ['round-3', everyone, 3],
  ['table-syntheses', [Role.CAPTAIN], 0],
  ['map-and-convergence', everyone, 0],
  ['expert', [], 0],
  ['action-plan', [], 0],
  ['thanks', [], 0],
  ['closed', [], 0],
];

export interface Filling {
  ideas: number;
  tables: number;
  groups: number;
  step: string;
  minutes: number;
}

export function fill(server: FakeServer, filling: Filling): void {
  const roundIds = [0, 1, 2, 3].map((n) => (n === 0 ? '0' : String(20 + n)));
  const now = server.now();
  const changes = [];
  for (const n of [1, 2, 3]) {
    const started = filling.step === `round-${n}` && filling.minutes !== 0;
    changes.push(
      server.put('round', roundIds[n] ?? '0', {
        number: n,
        question: n === 2 ? 'Que pouvons-nous faire, chacun, pour dépenser moins d’énergie ?' : '',
        startedAtMs: started ? now - 1000 : 0,
        deadlineMs: started ? now + filling.minutes * 60_000 : 0,
        graceMs: 60_000,
      }),
    );
  }
  steps.forEach(([slug, writers, round], position) => {
    const id = String(40 + position);
    changes.push(
      server.put('step', id, { slug, position, writers, round: roundIds[round] ?? '0' }),
    );
  });
  const at = steps.findIndex(([slug]) => slug === filling.step);
  changes.push(
    server.put('cafe', '1', {
      theme: 'Défi énergétique',
      language: 'fr',
      organisation: plan.organisation.name,
      step: String(40 + Math.max(0, at)),
      textsOnScreen: true,
    }),
  );
  for (let n = 0; n < filling.tables; ++n) {
    const name = plan.tables[n]?.name ?? `${n + 1}ème table`;
    changes.push(
      server.put('table', String(10 + n), { name, number: n + 1, colour: n, capacity: 6 }),
    );
  }
  server.publish(changes);
  addIdeas(server, filling);
}

function addIdeas(server: FakeServer, { ideas, tables, groups }: Filling): void {
  const real = plan.tables.flatMap((table, n) =>
    table.ideas.map((idea) => ({ table: n, text: idea.text })),
  );
  const cards: string[] = [];
  for (let n = 0; n < ideas; ++n) {
    const source = real[n % real.length];
    if (!source) break;
    const invented = n >= real.length;
    const text = invented ? `${source.text}, ${tails[n % tails.length] ?? ''}` : source.text;
    cards.push(addIdea(server, invented ? n % tables : source.table % tables, text));
  }
  addLinks(server, cards);
  addGroups(server, cards, groups);
}

const tails = [
  'dès cet hiver',
  'avec la régie de quartier',
  'à chiffrer',
  'dans chaque cage d’escalier',
];

export function addIdea(server: FakeServer, table: number, text: string): string {
  const card = server.newId();
  const who = { device: 3, participant: '0' };
  server.publish([
    server.put('card', card, {
      table: String(10 + table),
      round: '22',
      createdAtMs: server.now() + server.entries.length,
      unanimous: text.includes('unanimité'),
      question: text.endsWith('?'),
    }),
    insert(card, server.newId(), text, who, server.now()),
  ]);
  return card;
}

function addLinks(server: FakeServer, cards: string[]): void {
  const pairs: [number, number, LinkKind][] = [
    [11, 4, LinkKind.SAME_AS],
    [17, 0, LinkKind.NUANCES],
    [15, 10, LinkKind.BUILDS_ON],
    [23, 5, LinkKind.OPPOSES],
    [21, 1, LinkKind.EXAMPLE_OF],
  ];
  for (const [from, to, kind] of pairs) {
    const [a, b] = [cards[from], cards[to]];
    if (!a || !b) continue;
    const createdAtMs = server.now() + server.entries.length;
    server.publish([server.put('link', server.newId(), { from: a, to: b, kind, createdAtMs })]);
  }
}

function addGroups(server: FakeServer, cards: string[], count: number): void {
  const names = [
    'Chauffage',
    'Eau',
    'Compost et poules',
    'Électricité',
    'Tri et déchets',
    'Cadre de vie',
  ];
  for (let n = 0; n < count; ++n) {
    const group = server.newId();
    const createdAtMs = server.now() + server.entries.length;
    const members = cards.filter((_, index) => index % (count + 1) === n);
    server.publish([
      server.put('group', group, { name: names[n] ?? `Groupe ${n + 1}`, createdAtMs }),
      ...members.map((card) => server.put('membership', card, { group })),
    ]);
  }
}
