// The connection to the server, made again and again: sockets, waits, silence, close codes.
//
// Says Hello and hands over frames; knows nothing of what they mean.
import { create, fromBinary, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { ClientFrameSchema, type ServerFrame, ServerFrameSchema } from '../gen/rebond/v1/frame_pb';
import type { Connection, Environment, Socket } from './api';
import { Backoff } from './backoff';
import { Heartbeat } from './heartbeat';

export type FrameInit = NonNullable<MessageInitShape<typeof ClientFrameSchema>['frame']>;

export interface LinkEvents {
  /** The addresses to try, the best first. */
  origins(): readonly string[];
  /** The first frame of a connection. */
  hello(): FrameInit;
  frame(frame: ServerFrame): void;
  changed(connection: Connection): void;
  /** A connection is over; another one may follow. */
  down(): void;
  /**
   * The server closed with a code that stops. 'again': try once more, at once. 'leave': somebody
   * else will call again().
   */
  refused(code: number): Promise<'end' | 'again' | 'leave'>;
}

const subprotocol = 'rebond.v1';

export class Link {
  readonly #environment: Environment;
  readonly #events: LinkEvents;
  readonly #path: string;
  readonly #backoff: Backoff;
  readonly #heartbeat: Heartbeat;
  #connection: Connection = { status: 'connecting' };
  #socket: Socket | undefined;
  #greeted = false;
  /** Which address is used; the next one after each failure. */
  #turn = 0;
  #cancelWait: (() => void) | undefined;
  #refusal: Promise<unknown> | undefined;

  constructor(environment: Environment, cafe: string, events: LinkEvents) {
    this.#environment = environment;
    this.#events = events;
    this.#path = `/cafes/${encodeURIComponent(cafe)}/live`;
    this.#backoff = new Backoff((count) => environment.randomBytes(count));
    this.#heartbeat = new Heartbeat(
      environment,
      () => this.#ping(),
      () => this.#silent(),
    );
  }

  get connection(): Connection {
    return this.#connection;
  }

  start(): void {
    this.#open();
  }

  /** Sends, if there is a connection; what must arrive is sent again by whoever wants it to. */
  send(frame: FrameInit): void {
    if (!this.#greeted) return;
    this.#socket?.send(toBinary(ClientFrameSchema, create(ClientFrameSchema, { frame })));
  }

  /** Everything is here: the next failure is a first one. */
  live(): void {
    this.#backoff.reset();
    this.#become({ status: 'live' });
  }

  /** Closes this connection and makes another one at once. */
  again(): void {
    this.#drop();
    this.#open();
  }

  /** Closes this connection and makes another one after the usual wait. */
  later(): void {
    this.#drop();
    this.#wait();
  }

  /** Closes this connection; somebody will call again(). */
  hold(): void {
    this.#drop();
    this.#become({ status: 'connecting' });
  }

  /** Closes for good. */
  end(code: number): void {
    this.#drop();
    this.#become({ status: 'ended', code });
  }

  /** The person asks, or looks at the page again. */
  wake(): void {
    if (this.#connection.status === 'waiting') {
      this.#become({ status: 'connecting' });
      this.#open();
    } else {
      this.#heartbeat.ask();
    }
  }

  #open(): void {
    this.#drop();
    const origins = this.#events.origins();
    const origin = origins[this.#turn % origins.length] ?? '';
    const url = origin.replace(/^http/, 'ws') + this.#path;
    let socket: Socket;
    try {
      socket = this.#environment.openSocket(url, subprotocol);
    } catch {
      return this.#wait();
    }
    this.#socket = socket;
    // A socket that was dropped may still report: only the present one is listened to.
    socket.onOpen = () => socket === this.#socket && this.#greet();
    socket.onMessage = (data) => socket === this.#socket && this.#receive(data);
    socket.onClose = (code) => socket === this.#socket && this.#closed(code);
    this.#heartbeat.start();
  }

  #greet(): void {
    this.#greeted = true;
    this.send(this.#events.hello());
  }

  #receive(data: Uint8Array): void {
    this.#heartbeat.heard();
    let frame: ServerFrame;
    try {
      frame = fromBinary(ServerFrameSchema, data);
    } catch {
      return this.later();
    }
    this.#events.frame(frame);
  }

  #closed(code: number): void {
    this.#drop();
    if (code < 4500 || code > 4999) return this.#wait();
    this.#become({ status: 'connecting' });
    const refused = (this.#refusal = this.#events.refused(code));
    void refused.then((answer) => {
      // Something else has begun in the meantime.
      if (this.#refusal !== refused) return;
      if (answer === 'again') this.#open();
      else if (answer === 'end') this.#become({ status: 'ended', code });
    });
  }

  #silent(): void {
    // A connection that never came about has simply failed; one that was live leaves old news.
    if (this.#connection.status !== 'live') return this.later();
    this.#drop();
    this.#become({ status: 'stale' });
    this.#open();
  }

  #wait(): void {
    this.#turn += 1;
    const retryInMs = this.#backoff.nextMs();
    this.#become({ status: 'waiting', retryInMs });
    this.#cancelWait = this.#environment.after(retryInMs, () => {
      this.#become({ status: 'connecting' });
      this.#open();
    });
  }

  #drop(): void {
    this.#cancelWait?.();
    this.#cancelWait = undefined;
    this.#refusal = undefined;
    this.#heartbeat.stop();
    const socket = this.#socket;
    if (!socket) return;
    this.#socket = undefined;
    this.#greeted = false;
    socket.close();
    this.#events.down();
  }

  #ping(): void {
    const clientTimeMs = this.#environment.monotonicMs();
    this.send({ case: 'ping', value: { clientTimeMs } });
  }

  #become(connection: Connection): void {
    this.#connection = connection;
    this.#events.changed(connection);
  }
}
