// What the fake café makes of each command: the changes, without asking who may do what.
import { create } from '@bufbuild/protobuf';
import type { AddLink, Command, Marks } from '../../src/gen/rebond/v1/command_pb';
import { type Change, ChangeSchema } from '../../src/gen/rebond/v1/entry_pb';
import { RecordKind } from '../../src/gen/rebond/v1/record_pb';
import type { TextEdit } from '../../src/gen/rebond/v1/text_pb';
import type { FakeServer } from './server';

interface Who {
  device: number;
  participant: string;
}

export function changesOf(server: FakeServer, command: Command, who: Who): Change[] {
  const { kind } = command;
  const now = server.now();
  const round = currentRound(server);
  switch (kind.case) {
    case 'join':
      return [server.put('participant', kind.value.participant, { joinedAtMs: now })];
    case 'addCard': {
      const { card, table, run, text, marks, voice, rebound, group } = kind.value;
      const changes = [
        server.put('card', card, {
          table,
          voice,
          round: round?.id ?? '0',
          device: who.device,
          scribe: who.participant,
          createdAtMs: now,
          ...flags(marks),
        }),
        insert(card, run, text, who, now),
      ];
      if (rebound) changes.push(link(server, rebound, who, now));
      if (group !== '0') changes.push(server.put('membership', card, { group }));
      return changes;
    }
    case 'editText':
      return kind.value.edits.map((edit) => textChange(edit, kind.value.text, who, now));
    case 'setCard':
      return [server.put('card', kind.value.card, flags(kind.value.marks))];
    case 'addLink':
      return [link(server, kind.value, who, now)];
    case 'setLink':
      return [
        server.put('link', kind.value.link, { kind: kind.value.kind, phrase: kind.value.phrase }),
      ];
    case 'addGroup': {
      const { group, name, cards } = kind.value;
      return [
        server.put('group', group, { name, createdAtMs: now }),
        ...cards.map((card) => server.put('membership', card, { group })),
      ];
    }
    case 'setGroup':
      return [server.put('group', kind.value.group, { name: kind.value.name })];
    case 'placeCard':
      return [server.put('membership', kind.value.card, { group: kind.value.group })];
    case 'withdraw':
    case 'restore':
      return withdrawn(server, kind.value.what, kind.case === 'withdraw');
    case 'hideCard':
      return [server.put('card', kind.value.card, { hidden: kind.value.hidden })];
    case 'goToStep':
      return [server.put('cafe', '1', { step: kind.value.step })];
    case 'setCafe':
      return [server.put('cafe', '1', { textsOnScreen: kind.value.textsOnScreen })];
    case 'takeSeat': {
      const { seat, participant, table } = kind.value;
      return [server.put('seat', seat, { participant, table, round: round?.id ?? '0' })];
    }
    default:
      return round ? roundChanges(server, command, round.id, now) : [];
  }
}

function roundChanges(server: FakeServer, { kind }: Command, id: string, now: number): Change[] {
  const round = server.get('round', id);
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
    case 'extendRound':
      return [
        server.put('round', id, {
          deadlineMs: Math.max(now, round.deadlineMs) + kind.value.minutes * 60_000,
        }),
      ];
    case 'endRound':
      return [server.put('round', id, { endedAtMs: now })];
    default:
      return [];
  }
}

function currentRound(server: FakeServer): { id: string } | undefined {
  const step = server.get('step', server.get('cafe', '1')?.step ?? '0');
  return step && step.round !== '0' ? { id: step.round } : undefined;
}

function flags(marks: Marks | undefined) {
  return {
    unconventional: marks?.unconventional ?? false,
    question: marks?.question ?? false,
    unanimous: marks?.unanimous ?? false,
    tags: marks?.tags ?? [],
  };
}

function link(
  server: FakeServer,
  { link: id, from, to, kind, phrase }: AddLink,
  who: Who,
  now: number,
) {
  const fields = { from, to, kind, phrase, author: who.participant, createdAtMs: now };
  return server.put('link', id, fields);
}

export function insert(
  text: string,
  run: string,
  characters: string,
  who: Who,
  atMs: number,
): Change {
  const value = { run, characters, author: who.participant, device: who.device, atMs };
  return create(ChangeSchema, {
    change: { case: 'text', value: { text, edit: { case: 'insert', value } } },
  });
}

function textChange(edit: TextEdit, text: string, who: Who, atMs: number): Change {
  const stamped =
    edit.edit.case === 'insert'
      ? {
          case: 'insert' as const,
          value: { ...edit.edit.value, author: who.participant, device: who.device, atMs },
        }
      : edit.edit;
  return create(ChangeSchema, { change: { case: 'text', value: { text, edit: stamped } } });
}

function withdrawn(
  server: FakeServer,
  what: { kind: RecordKind; id: string } | undefined,
  value: boolean,
): Change[] {
  if (what?.kind === RecordKind.CARD) return [server.put('card', what.id, { withdrawn: value })];
  if (what?.kind === RecordKind.LINK) return [server.put('link', what.id, { withdrawn: value })];
  if (what?.kind === RecordKind.GROUP) return [server.put('group', what.id, { withdrawn: value })];
  return [];
}
