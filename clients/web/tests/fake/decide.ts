// What the fake café makes of each command: the changes, without asking who may do what.
import type { Command } from '../../src/gen/rebond/v1/command_pb';
import type { Change } from '../../src/gen/rebond/v1/entry_pb';
import { Role } from '../../src/gen/rebond/v1/kinds_pb';
import { planSeats } from './fill-people';
import { recorded, type Who } from './recorder';
import type { FakeServer } from './server';

/** Undefined: nothing can be made of it. */
export function changesOf(server: FakeServer, command: Command, who: Who): Change[] | undefined {
  const { kind } = command;
  switch (kind.case) {
    case 'join': {
      const { participant, name } = kind.value;
      if (name) server.names.set(participant, name);
      const joinedAtMs = server.now();
      return [server.put('participant', participant, { role: Role.PARTICIPANT, joinedAtMs })];
    }
    case 'addPerson':
    case 'setPerson': {
      const { participant, name, wishes } = kind.value;
      if (name !== undefined) server.names.set(participant, name);
      if (wishes) server.wishes.set(participant, wishes);
      return recorded(server, command, who);
    }
    case 'goToStep':
      return [server.put('cafe', '1', { step: kind.value.step })];
    case 'setShow':
      return kind.value.show ? [server.put('show', '1', kind.value.show)] : [];
    case 'castSupport':
      return castSupport(server, kind.value.card, kind.value.dots);
    case 'evaluate':
      return evaluate(server, kind.value.answers, kind.value.forGuest);
    case 'saveDraft': {
      const { draft, table, text } = kind.value;
      server.mine.drafts.set(draft, { draft, table, text });
      return [];
    }
    case 'dropDraft':
      server.mine.drafts.delete(kind.value.draft);
      return [];
    case 'undo':
      return server.undo();
    default:
      return roomChanges(server, command) ?? recorded(server, command, who);
  }
}

function roomChanges(server: FakeServer, { kind }: Command): Change[] | undefined {
  switch (kind.case) {
    case 'addStep': {
      const { step, slug, after, instruction, minutes, rights, views } = kind.value;
      const position = (server.get('step', after)?.position ?? -1) + 1;
      const permissions = rights?.permissions ?? [];
      const writers = rights?.writers ?? [];
      const fields = { slug, position, instruction, minutes, writers, permissions, views };
      return [...makeRoom(server, position, 1), server.put('step', step, fields)];
    }
    case 'addRound': {
      const { round, step, moveStep, question } = kind.value;
      const number = server.all('round').length + 1;
      const last = server.all('step').filter(([, each]) => each.round !== '0');
      const position = Math.max(...last.map(([, each]) => each.position)) + 1;
      const writers = [Role.CAPTAIN, Role.PARTICIPANT, Role.REMOTE];
      const slug = `round-${number}`;
      return [
        ...makeRoom(server, position, 2),
        server.put('round', round, { number, question, graceMs: 60_000 }),
        server.put('step', moveStep, { slug: `move-${number - 1}`, position }),
        server.put('step', step, { slug, position: position + 1, round, writers }),
      ];
    }
    case 'planSeats': {
      const { automatic, seed, returnHome } = kind.value;
      return planSeats(server, { automatic, seed: seed === '0' ? '17' : seed, returnHome });
    }
    case 'askSuggestions': {
      const seq = server.entries.length;
      const { automatic } = kind.value;
      return [server.put('suggestionRun', '1', { automatic, wantedSeq: seq, madeSeq: seq })];
    }
    case 'startRound':
    case 'pauseRound':
    case 'resumeRound':
    case 'extendRound':
    case 'endRound':
      return roundChanges(server, { kind } as Command);
    default:
      return undefined;
  }
}

function makeRoom(server: FakeServer, position: number, places: number): Change[] {
  return server
    .all('step')
    .filter(([, step]) => step.position >= position)
    .map(([id, step]) => server.put('step', id, { position: step.position + places }));
}

function roundChanges(server: FakeServer, { kind }: Command): Change[] {
  const step = server.get('step', server.get('cafe', '1')?.step ?? '0');
  const id = step?.round ?? '0';
  const round = server.get('round', id);
  const now = server.now();
  if (!round) return [];
  switch (kind.case) {
    case 'startRound': {
      const { minutes, question } = kind.value;
      const deadlineMs = minutes === 0 ? 0 : now + minutes * 60_000;
      const words = question === '' ? round.question : question;
      return [
        server.put('round', id, { startedAtMs: now, deadlineMs, question: words, graceMs: 60_000 }),
      ];
    }
    case 'pauseRound':
      return [server.put('round', id, { paused: true, remainingMs: round.deadlineMs - now })];
    case 'resumeRound':
      return [server.put('round', id, { paused: false, deadlineMs: now + round.remainingMs })];
    case 'extendRound': {
      const deadlineMs = Math.max(now, round.deadlineMs) + kind.value.minutes * 60_000;
      return [server.put('round', id, { deadlineMs })];
    }
    case 'endRound':
      return [server.put('round', id, { endedAtMs: now })];
    default:
      return [];
  }
}

function castSupport(server: FakeServer, card: string, dots: number): Change[] {
  const before = server.mine.dots.get(card) ?? 0;
  server.mine.dots.set(card, dots);
  const tally = server.get('support', card) ?? { dots: 0, voters: 0 };
  const voters = tally.voters + Number(dots > 0) - Number(before > 0);
  if (server.get('cafe', '1')?.supportBlind) return [];
  return [server.put('support', card, { dots: tally.dots + dots - before, voters })];
}

function evaluate(server: FakeServer, answers: readonly number[], forGuest: boolean): Change[] {
  const before = forGuest ? [] : server.mine.answers;
  if (!forGuest) server.mine.answers = answers;
  return [0, 1, 2].map((n) => {
    const id = String(n + 1);
    const { no, partly, yes } = server.get('evaluation', id) ?? { no: 0, partly: 0, yes: 0 };
    const count = (answer: number) =>
      Number(answers[n] === answer) - Number(before[n] === answer);
    return server.put('evaluation', id, {
      no: no + count(1),
      partly: partly + count(2),
      yes: yes + count(3),
    });
  });
}
