// A socket whose other end is a test.
import { create, fromBinary, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { type Command, CommandSchema } from '../../../src/gen/rebond/v1/command_pb';
import {
  type ClientFrame,
  ClientFrameSchema,
  type ControlSchema,
  ServerFrameSchema,
} from '../../../src/gen/rebond/v1/frame_pb';
import type { Socket } from '../../../src/sync/api';

type FrameOf = ClientFrame['frame'];

export type ControlInit = NonNullable<MessageInitShape<typeof ControlSchema>['control']>;

export class ScriptedSocket implements Socket {
  onOpen = () => {};
  onMessage = (_data: Uint8Array) => {};
  onClose = (_code: number) => {};
  readonly url: string;
  readonly protocol: string;
  /** The client has closed it. */
  closed = false;
  readonly frames: FrameOf[] = [];

  constructor(url: string, protocol: string) {
    this.url = url;
    this.protocol = protocol;
  }

  send(data: Uint8Array): void {
    this.frames.push(fromBinary(ClientFrameSchema, data).frame);
  }

  close(): void {
    this.closed = true;
  }

  /** The server says this, in one message. */
  say(frame: MessageInitShape<typeof ServerFrameSchema>): void {
    this.onMessage(toBinary(ServerFrameSchema, create(ServerFrameSchema, frame)));
  }

  control(...controls: ControlInit[]): void {
    this.say({ control: controls.map((control) => ({ control })) });
  }

  /** The frames of a kind that the client has sent. */
  sent<Case extends NonNullable<FrameOf['case']>>(kind: Case) {
    const values = this.frames.filter((frame) => frame.case === kind);
    return values.map((frame) => frame.value as Extract<FrameOf, { case: Case }>['value']);
  }

  get hello() {
    return this.sent('hello')[0];
  }

  /** The commands that the client has sent, in order, repetitions too. */
  get commands(): { number: number; command: Command }[] {
    return this.sent('commands')
      .flatMap((batch) => batch.commands)
      .map(({ number, command }) => ({ number, command: fromBinary(CommandSchema, command) }));
  }

  get commandNumbers(): number[] {
    return this.commands.map(({ number }) => number);
  }
}
