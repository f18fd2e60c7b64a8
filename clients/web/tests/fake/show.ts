// What only the projector's scenes need: what the facilitator shows there, and extremes of length.
// Parameters: spotlight (card, group, line, answer or action) with nth, near (the nth group), read
// (the nth table), zoom (percent), tour, listen, quiet (no words of ideas in rounds), actions (how
// many), theme, question, offsets (such as 1,2,3), seated (how many have found their next table).
import { ActionState } from '../../src/gen/rebond/v1/harvest_pb';
import { RecordKind } from '../../src/gen/rebond/v1/kinds_pb';
import type { KindName } from '../../src/sync/record-kinds';
import type { FakeServer } from './server';

const kinds: Record<string, [KindName, RecordKind]> = {
  card: ['card', RecordKind.CARD],
  group: ['group', RecordKind.GROUP],
  line: ['synthesisLine', RecordKind.SYNTHESIS_LINE],
  answer: ['expertAnswer', RecordKind.EXPERT_ANSWER],
  action: ['action', RecordKind.ACTION],
};

export function applyShow(server: FakeServer, query: URLSearchParams): void {
  const nth = (kind: KindName, name: string) =>
    query.has(name) ? (server.all(kind)[Number(query.get(name) || 1) - 1]?.[0] ?? '0') : '0';
  const [spotlit, spotlightKind] = kinds[query.get('spotlight') ?? ''] ?? ['card', 0];
  const at = Number(query.get('nth') ?? 0);
  const changes = [
    server.put('show', '1', {
      spotlight: spotlightKind ? (server.all(spotlit)[at]?.[0] ?? '0') : '0',
      spotlightKind,
      table: nth('table', 'read'),
      group: nth('group', 'near'),
      zoomPercent: Number(query.get('zoom') ?? 0),
      tour: query.has('tour'),
      attention: query.has('listen'),
    }),
    server.put('cafe', '1', {
      textsOnScreen: !query.has('quiet'),
      ...(query.has('theme') && { theme: query.get('theme') ?? '' }),
    }),
  ];
  if (query.has('question')) {
    for (const [id] of server.all('round')) {
      changes.push(server.put('round', id, { question: query.get('question') ?? '' }));
    }
  }
  if (query.has('offsets')) {
    const offsets = (query.get('offsets') ?? '').split(',').map(Number);
    changes.push(server.put('seatPlan', '1', { offsets }));
  }
  server.publish([...changes, ...manyActions(server, query), ...seats(server, query)]);
}

function manyActions(server: FakeServer, query: URLSearchParams) {
  const [card] = server.all('card')[2] ?? ['0'];
  return Array.from({ length: Number(query.get('actions') ?? 0) }, (_, n) =>
    server.put('action', server.newId(), {
      what: 'Installer un composteur au pied de chaque immeuble '.repeat(1 + (n % 2)),
      who: n % 3 === 0 ? 'La régie de quartier et le conseil des locataires' : 'Le bailleur',
      due: n % 2 === 0 ? '2026-11-30' : 'avant l’hiver',
      state: (1 + (n % 5)) as ActionState,
      euros: n * 250,
      commitment: n % 4,
      sources: n % 2 === 0 ? [card] : [],
      createdAtMs: server.now() + n,
    }),
  );
}

/** So many of the people planned for the next round sit where they are to sit. */
function seats(server: FakeServer, query: URLSearchParams) {
  const step = server.get('step', server.get('cafe', '1')?.step ?? '0');
  const next = server
    .all('step')
    .filter(([, each]) => each.position > (step?.position ?? 0) && each.round !== '0')
    .sort(([, a], [, b]) => a.position - b.position)[0]?.[1].round;
  const planned = server.get('plannedRound', next ?? '0');
  const numbers = new Map(server.all('table').map(([id, table]) => [table.number, id]));
  const count = Number(query.get('seated') ?? 0);
  return (planned?.people ?? []).slice(0, count).map((participant, n) =>
    server.put('seat', server.newId(), {
      participant,
      round: next ?? '0',
      table: numbers.get(planned?.tables[n] ?? 0) ?? '0',
    }),
  );
}
