// Fills the fake café with what the method makes of its ideas, up to the step that it is in.
import type { Change } from '../../src/gen/rebond/v1/entry_pb';
import { ActionState, AnswerKind, SuggestionState } from '../../src/gen/rebond/v1/harvest_pb';
import { LinkKind, RecordKind } from '../../src/gen/rebond/v1/kinds_pb';
import plan from '../../../../demo/cafe-energie.json';
import { insert } from './fill-text';
import type { FakeServer } from './server';

/** The ids of the first ideas of the real café, in their order. */
type Cards = readonly string[];

export interface Method {
  cards: Cards;
  tables: number;
  /** What the evening has come to. */
  syntheses: boolean;
  convergence: boolean;
  expert: boolean;
  actions: boolean;
  leaving: boolean;
}

export function fillMethod(server: FakeServer, method: Method): void {
  fillSheets(server);
  if (method.syntheses) fillSyntheses(server, method);
  if (method.convergence) fillConvergence(server, method.cards);
  if (method.expert) fillExpert(server, method.cards);
  if (method.actions) fillActions(server, method.cards);
  if (method.leaving) {
    server.publish([
      server.put('evaluation', '1', { no: 1, partly: 5, yes: 19 }),
      server.put('evaluation', '2', { no: 0, partly: 7, yes: 18 }),
      server.put('evaluation', '3', { no: 2, partly: 3, yes: 20 }),
    ]);
  }
}

function fillSheets(server: FakeServer): void {
  const tasks: [string, string, number, number, boolean][] = [
    ['Réserver la salle du centre social', 'Sophie', 30, 0, true],
    ['Commander les gâteaux et le café', 'Marc', 45, 80, true],
    ['Imprimer les cartes de place', 'Leïla', 60, 12, false],
    ['Essayer le vidéoprojecteur', 'Didier', 20, 0, false],
  ];
  server.publish([
    ...plan.cost.phases.map(({ label, cost, days }, position) => {
      const line = { label, euros: cost, daysHundredths: Math.round(days * 100), position };
      return server.put('costLine', String(800 + position), line);
    }),
    ...tasks.map(([what, owner, minutes, euros, done], position) =>
      server.put('task', String(820 + position), { what, owner, minutes, euros, done, position }),
    ),
  ]);
}

const lines: [string, number[]][][] = [
  [
    ['Le chauffage collectif, oui, mais que chacun puisse baisser.', [0]],
    ['Récupérer la pluie et faire du compost avec les poules.', [4, 5]],
    ['Moins d’éclairage, moins d’abonnements, plus de communication.', [2, 3, 6, 9]],
  ],
  [
    ['L’eau de pluie pour nettoyer les parties communes.', [11]],
    ['Un thermostat dans chaque logement, et un pull.', [17, 18]],
  ],
  [
    ['Une journée de nettoyage qui finit par un repas entre voisins.', [20]],
    ['Des terrasses végétales pour isoler.', [21]],
  ],
];

function fillSyntheses(server: FakeServer, { cards, tables }: Method): void {
  for (let table = 0; table < Math.min(tables, lines.length); ++table) {
    let after = '0';
    const id = String(10 + table);
    (lines[table] ?? []).forEach(([text, cited], n) => {
      const line = String(900 + table * 10 + n);
      const createdAtMs = server.now() + n;
      const fields = { table: id, after, cards: known(cards, cited), createdAtMs };
      server.publish([server.put('synthesisLine', line, fields), insert(server, line, text)]);
      after = line;
    });
    const validated = table === 0;
    const validatedAtMs = validated ? server.now() : 0;
    server.publish([server.put('synthesis', id, { validated, validatedAtMs })]);
  }
}

function fillConvergence(server: FakeServer, cards: Cards): void {
  const suggested: [number[], string, string[], number][] = [
    [[4, 11], '', ['eaux', 'pluie', 'récupérer'], 810],
    [[5, 23], '', ['composte'], 640],
    [[5, 20], '', ['poules', 'compostes'], 590],
    [[1, 21], '', ['terrasse', 'isolation', 'déchets'], 560],
    [[0, 17, 18], 'Chauffage', ['chauffage', 'température', 'thermostat'], 480],
  ];
  server.publish([
    ...suggested.map(([members, name, reasons, scoreThousandths], n) =>
      server.put('suggestion', String(1_000_000 + n), {
        cards: known(cards, members),
        name,
        reasons,
        scoreThousandths,
        state: SuggestionState.OPEN,
      }),
    ),
    server.put('suggestionRun', '1', { automatic: true, wantedSeq: 1, madeSeq: 1 }),
    ...[[4, 9, 7], [5, 7, 6], [17, 5, 5], [10, 2, 2], [20, 8, 6]].flatMap(
      ([card = 0, dots = 0, voters = 0]) =>
        known(cards, [card]).map((id) => server.put('support', id, { dots, voters })),
    ),
  ]);
}

function fillExpert(server: FakeServer, cards: Cards): void {
  const asked = known(cards, [4, 10, 15, 13, 24]);
  const changes: Change[] = asked.map((id, n) =>
    server.put('expertItem', id, {
      queued: true,
      of: RecordKind.CARD,
      queuedAtMs: server.now() + n,
    }),
  );
  const answers: [number, AnswerKind, string][] = [
    [4, AnswerKind.TRUE, 'Oui : une cuve de 5 m³ suffit pour arroser et laver un hall.'],
    [10, AnswerKind.TO_BE_STUDIED, 'À étudier : le vent en ville est faible et irrégulier.'],
    [10, AnswerKind.FIGURES, 'Une petite éolienne : 2 500 à 4 000 € par kW posé.'],
    [24, AnswerKind.FALSE, 'Les ampoules à LED n’ont plus de mercure.'],
  ];
  answers.forEach(([card, kind, text], n) => {
    const [about] = known(cards, [card]);
    if (!about) return;
    const id = String(950 + n);
    const createdAtMs = server.now() + n;
    changes.push(server.put('expertAnswer', id, { about, of: RecordKind.CARD, kind, createdAtMs }));
    changes.push(insert(server, id, text));
  });
  server.publish(changes);
}

function fillActions(server: FakeServer, cards: Cards): void {
  const actions = [
    {
      what: 'Poser deux cuves d’eau de pluie',
      who: 'Agence d’Arras',
      due: '2026-06-30',
      euros: 1800,
      state: ActionState.DECIDED,
      sources: known(cards, [4, 11]),
      commitment: 18,
      partners: 'Régie de quartier',
    },
    {
      what: 'Un atelier de compost avec les voisins',
      who: 'Fatou et Gérard',
      due: 'au printemps',
      euros: 150,
      state: ActionState.UNDER_WAY,
      sources: known(cards, [5, 20, 23]),
      followUp: 'Une première rencontre a eu lieu.',
    },
    {
      what: 'Essayer des thermostats dans une résidence',
      who: '',
      due: '',
      euros: 0,
      state: ActionState.PROPOSED,
      sources: known(cards, [17]),
    },
  ];
  server.publish(
    actions.map((action, n) =>
      server.put('action', String(970 + n), { ...action, createdAtMs: server.now() + n }),
    ),
  );
}

function known(cards: Cards, indexes: readonly number[]): string[] {
  return indexes.flatMap((index) => cards[index] ?? []);
}

export const linkPairs: readonly [number, number, LinkKind][] = [
  [11, 4, LinkKind.SAME_AS],
  [17, 0, LinkKind.NUANCES],
  [15, 10, LinkKind.BUILDS_ON],
  [23, 5, LinkKind.OPPOSES],
  [21, 1, LinkKind.EXAMPLE_OF],
];
