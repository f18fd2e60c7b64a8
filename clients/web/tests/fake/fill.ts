// Fills the fake café: the real café's 25 ideas, and on demand invented ones beyond them.
import { Role, View } from '../../src/gen/rebond/v1/kinds_pb';
import plan from '../../../../demo/cafe-energie.json';
import { fillMethod, linkPairs } from './fill-method';
import { fillPeople } from './fill-people';
import { insert } from './fill-text';
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
  people: number;
  /** Everything that the method makes, whatever the step. */
  full: boolean;
  /** Nobody is told who writes in this step. */
  anonymous: boolean;
  locked: boolean;
  support: '' | 'open' | 'blind';
  /** A message to everybody; "": none. */
  announce: string;
  /** What the projector shows, such as "map"; "": what belongs to the step. */
  show: string;
  /** First names may be on the projector. */
  names: boolean;
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
    const anonymous = filling.anonymous && slug === filling.step;
    const minutes = round > 0 ? 20 : (minutesOf[slug] ?? 0);
    const step = { slug, position, writers, round: roundIds[round] ?? '0', anonymous, minutes };
    changes.push(server.put('step', String(40 + position), step));
  });
  const at = Math.max(0, steps.findIndex(([slug]) => slug === filling.step));
  changes.push(server.put('cafe', '1', { ...cafe, ...choices(filling), step: String(40 + at) }));
  changes.push(server.put('show', '1', shown(filling)));
  for (let n = 0; n < filling.tables; ++n) {
    const name = plan.tables[n]?.name ?? `${n + 1}ème table`;
    changes.push(
      server.put('table', String(10 + n), { name, number: n + 1, colour: n, capacity: 6 }),
    );
  }
  if (filling.announce) {
    const announcement = { text: filling.announce, atMs: server.now() };
    changes.push(server.put('announcement', '990', announcement));
  }
  server.publish(changes);
  const sat = steps.slice(0, at + 1).filter(([, , round]) => round > 0).length;
  fillPeople(server, { ...filling, sat });
  const reached = (slug: string) =>
    filling.full || at >= steps.findIndex(([each]) => each === slug);
  fillMethod(server, {
    cards: addIdeas(server, filling),
    tables: filling.tables,
    syntheses: reached('table-syntheses'),
    convergence: reached('map-and-convergence'),
    expert: reached('expert'),
    actions: reached('action-plan'),
    leaving: reached('thanks'),
  });
}

const minutesOf: Record<string, number> = { welcome: 20, objective: 10, 'table-syntheses': 25 };

const cafe = {
  theme: 'Défi énergétique',
  objective: 'Trouver ensemble comment dépenser moins d’énergie et vivre mieux.',
  language: 'fr',
  organisation: plan.organisation.name,
  textsOnScreen: true,
  place: 'Centre social, Arras',
  date: '2026-11-25T18:00',
  keywords: ['containers', 'nouvelles énergies', 'ampoules'],
  nextDate: '2027-01-20T18:00',
  nextPlace: 'Maison de quartier',
  dotsEach: 3,
  programmeCafes: plan.cost.series.cafes,
  employeesEach: 8,
  tenantsEach: 35,
};

function choices({ support, locked }: Filling) {
  return { supportOpen: support !== '', supportBlind: support === 'blind', locked };
}

function shown({ show, names }: Filling) {
  const view = View[show.toUpperCase() as keyof typeof View] ?? View.UNSPECIFIED;
  return { view, names };
}

function addIdeas(server: FakeServer, { ideas, tables, groups }: Filling): string[] {
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
  return cards;
}

const tails = [
  'dès cet hiver',
  'avec la régie de quartier',
  'à chiffrer',
  'dans chaque cage d’escalier',
];

export function addIdea(server: FakeServer, table: number, text: string): string {
  const card = server.newId();
  server.publish([
    server.put('card', card, {
      table: String(10 + table),
      round: '22',
      createdAtMs: server.now() + server.entries.length,
      unanimous: text.includes('unanimité'),
      question: text.endsWith('?'),
    }),
    insert(server, card, text),
  ]);
  return card;
}

function addLinks(server: FakeServer, cards: string[]): void {
  for (const [from, to, kind] of linkPairs) {
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
