// The session of a page that runs without a server: `npm run dev`, then for example
//   http://localhost:5173/cafes/x/screen?fake&ideas=25&step=round-2&minutes=13
// Parameters: ideas, tables, groups, step, minutes, table (of the captain), arrive (seconds between
// new ideas), down (reconnecting for ever), refuse (every command is refused).
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  ClientFrameSchema,
  type ServerFrame,
  ServerFrameSchema,
} from '../../src/gen/rebond/v1/frame_pb';
import { ResumeMode } from '../../src/gen/rebond/v1/frame_pb';
import { Role } from '../../src/gen/rebond/v1/record_pb';
import { RejectionCode } from '../../src/gen/rebond/v1/result_pb';
import { browserEnvironment } from '../../src/browser/environment';
import type { Session, Socket } from '../../src/sync/api';
import { openSession } from '../../src/sync/session';
import { addIdea, fill } from './fill';
import { FakeServer } from './server';

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
  });
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
    this.#participant = role === Role.CAPTAIN ? '500' : '0';
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
    this.#server.command(command, number, { device: 7, participant: this.#participant });
  }

  #welcome(): void {
    const reads = this.#role === Role.SCREEN;
    const mustJoin = this.#role === Role.PARTICIPANT || this.#role === Role.REMOTE;
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
              joinCode: 'K7MPT',
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
      presence: [1, 2, 3].map((n) => ({
        connection: n,
        present: true,
        role: Role.CAPTAIN,
        device: n,
        table: String(9 + n),
        handRaised: n === 2,
      })),
    });
    this.#server.listeners.add((entry) => this.#reply({ entries: [entry] }));
  }

  #reply(frame: Frame): void {
    const message: ServerFrame = create(ServerFrameSchema, frame);
    const bytes = toBinary(ServerFrameSchema, message);
    setTimeout(() => this.onMessage(bytes), 30);
  }
}
