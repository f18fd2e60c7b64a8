// The session of a page that runs without a server: `npm run dev`, then for example
//   http://localhost:5173/cafes/x/screen?fake&ideas=25&step=round-2&minutes=13
// Parameters: ideas, tables, groups, step, minutes, table (of the captain), people, arrive (seconds
// between new ideas), down (reconnecting for ever), refuse (every command is refused), full (all that
// the method makes, whatever the step), anonymous, locked, support (open or blind), announce (a
// message), show (what the projector shows, e.g. map), names (on the projector), joined (a
// participant who is already in the café); for the projector's scenes, those of show.ts too.
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  ClientFrameSchema,
  type ServerFrame,
  ServerFrameSchema,
} from '../../src/gen/rebond/v1/frame_pb';
import { ResumeMode } from '../../src/gen/rebond/v1/frame_pb';
import { Role } from '../../src/gen/rebond/v1/kinds_pb';
import { RejectionCode } from '../../src/gen/rebond/v1/result_pb';
import { browserEnvironment } from '../../src/browser/environment';
import type { Session, Socket } from '../../src/sync/api';
import { openSession } from '../../src/sync/session';
import { addIdea, fill } from './fill';
import { captainId, personId } from './fill-people';
import { FakeServer } from './server';
import { applyShow } from './show';

type Frame = Parameters<typeof create<typeof ServerFrameSchema>>[1];

export function fakeSession(query: URLSearchParams, path: string): Session {
  const number = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);
  const server = new FakeServer();
  const tables = number('tables', 3);
  fill(server, {
    ideas: number('ideas', 25),
    tables,
    groups: number('groups', 0),
    step: query.get('step') ?? 'round-2',
    minutes: number('minutes', 13),
    people: number('people', 18),
    full: query.has('full'),
    anonymous: query.has('anonymous'),
    locked: query.has('locked'),
    support: support(query),
    announce: query.get('announce') ?? '',
    show: query.get('show') ?? '',
    names: query.has('names'),
  });
  applyShow(server, query);
  const arrive = number('arrive', 0);
  if (arrive > 0) {
    setInterval(
      () => addIdea(server, server.entries.length % tables, 'une idée qui arrive'),
      arrive * 1000,
    );
  }
  const page = path.split('/').at(-1) ?? '';
  const role = server.role(page);
  return openSession({
    origin: location.origin,
    cafe: `fake-${crypto.getRandomValues(new Uint32Array(1))[0]}`,
    token: new Uint8Array(16),
    readsOnly: role === Role.SCREEN,
    environment: { ...browserEnvironment(), openSocket: () => new FakeSocket(server, role, query) },
  });
}

function support(query: URLSearchParams): '' | 'open' | 'blind' {
  if (!query.has('support')) return '';
  return query.get('support') === 'blind' ? 'blind' : 'open';
}

class FakeSocket implements Socket {
  onOpen = () => {};
  onMessage = (_data: Uint8Array) => {};
  onClose = (_code: number) => {};
  readonly #server: FakeServer;
  readonly #role: Role;
  readonly #query: URLSearchParams;
  #participant: string;

  constructor(server: FakeServer, role: Role, query: URLSearchParams) {
    this.#server = server;
    this.#role = role;
    this.#query = query;
    const table = Number(query.get('table') ?? 1) - 1;
    this.#participant = role === Role.CAPTAIN ? captainId(table) : '0';
    if (query.has('joined')) this.#participant = personId(0);
    setTimeout(() => (query.has('down') ? this.onClose(1006) : this.onOpen()), 20);
  }

  send(data: Uint8Array): void {
    const { frame } = fromBinary(ClientFrameSchema, data);
    if (frame.case === 'hello') this.#welcome();
    if (frame.case === 'ping') {
      const clientTimeMs = frame.value.clientTimeMs;
      const serverTimeMs = this.#server.now();
      this.#reply({
        control: [{ control: { case: 'pong', value: { clientTimeMs, serverTimeMs } } }],
      });
    }
    if (frame.case === 'commands') {
      for (const { number, command } of frame.value.commands) this.#command(command, number);
    }
  }

  close(): void {
    this.onClose(1000);
  }

  #command(command: Uint8Array, number: number): void {
    if (this.#query.has('refuse')) {
      const value = { code: RejectionCode.ROUND_CLOSED, field: '', remedy: '' };
      this.#reply({ results: [{ command: number, outcome: { case: 'rejection', value } }] });
      return;
    }
    const who = { device: 7, participant: this.#participant, role: this.#role };
    if (!this.#server.command(command, number, who)) {
      const value = { code: RejectionCode.NOTHING_TO_UNDO, field: 'undo', remedy: '' };
      this.#reply({ results: [{ command: number, outcome: { case: 'rejection', value } }] });
    }
    this.#tell();
  }

  /** What only this person, or this role, is told. */
  #tell(): void {
    const { names, wishes, mine } = this.#server;
    const told = [Role.FACILITATOR, Role.CAPTAIN].includes(this.#role);
    const may = told || (this.#role === Role.SCREEN && this.#server.get('show', '1')?.names);
    const people = [...names].map(([participant, name]) => {
      const wish = this.#role === Role.FACILITATOR ? wishes.get(participant) : undefined;
      return { participant, name, ...(wish && { wishes: wish }) };
    });
    const personal = {
      name: names.get(this.#participant) ?? '',
      dots: [...mine.dots].map(([card, dots]) => ({ card, dots })),
      drafts: [...mine.drafts.values()],
      cards: mine.cards,
      answers: [...mine.answers],
    };
    this.#reply({
      control: [
        { control: { case: 'directory', value: { people: may ? people : [] } } },
        { control: { case: 'personal', value: personal } },
      ],
    });
  }

  #welcome(): void {
    const reads = this.#role === Role.SCREEN;
    const guest = this.#role === Role.PARTICIPANT || this.#role === Role.REMOTE;
    const mustJoin = guest && !this.#query.has('joined');
    this.#reply({
      control: [
        {
          control: {
            case: 'welcome',
            value: {
              protocol: 1,
              epoch: '77',
              head: this.#server.entries.length,
              mode: ResumeMode.ENTRIES,
              device: reads ? 0 : 7,
              role: this.#role,
              table:
                this.#role === Role.CAPTAIN
                  ? String(9 + Number(this.#query.get('table') ?? 1))
                  : '0',
              participant: this.#participant,
              mustJoin,
              serverTimeMs: this.#server.now(),
              joinCode: 'K7MPT4W',
              addresses: ['http://192.168.1.20:8080'],
              limits: {
                messageBytes: 65536,
                commandTextBytes: 4096,
                cardCodePoints: 4000,
                commandsUnacknowledged: 64,
                commandsPerSecond: 20,
                commandsBurst: 60,
              },
            },
          },
        },
      ],
      entries: this.#server.entries,
      presence: [0, 1, 2].map((n) => ({
        connection: n + 1,
        present: true,
        role: Role.CAPTAIN,
        device: n + 1,
        participant: captainId(n),
        table: String(10 + n),
        handRaised: n === 1,
        asksMinute: n === 2,
        waiting: n === 2 ? 3 : 0,
        batteryPercent: [82, 14, 0][n] ?? 0,
      })),
    });
    this.#tell();
    this.#server.listeners.add((entry) => this.#reply({ entries: [entry] }));
  }

  #reply(frame: Frame): void {
    const message: ServerFrame = create(ServerFrameSchema, frame);
    const bytes = toBinary(ServerFrameSchema, message);
    setTimeout(() => this.onMessage(bytes), 30);
  }
}
