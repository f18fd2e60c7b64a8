// The state of the link in words: what every page shows at every moment.
import type { Messages } from '../i18n/fr';
import type { Connection, WaitingCommand } from '../sync/api';

export interface LinkStateText {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly text: string;
  /** Changes every second, so it is no part of what a screen reader is told. */
  readonly countdown: string;
  /** "3 idées en attente"; empty when nothing waits. */
  readonly pending: string;
  readonly mayRetry: boolean;
}

interface Source {
  readonly connection: Connection;
  readonly readOnly: boolean;
  readonly waiting: readonly WaitingCommand[];
  readonly loaded: boolean;
}

/** A command that has been on its way for a moment only is not worth a word. */
const worthSayingMs = 1500;

/** `nowMs` is café time, `sinceMs` since when the connection is what it is. */
export function linkState(
  source: Source,
  texts: Messages,
  nowMs: number,
  sinceMs: number,
): LinkStateText {
  const { connection, readOnly } = source;
  const pending = pendingText(source, texts, nowMs);
  const rest = { countdown: '', pending, mayRetry: false };
  switch (connection.status) {
    case 'live':
      return readOnly
        ? { ...rest, tone: 'bad', text: texts.link.readOnly }
        : { ...rest, tone: 'good', text: texts.link.live };
    case 'connecting':
      // What is shown may be from the last time that the page was open.
      return {
        ...rest,
        tone: 'warn',
        text: source.loaded ? texts.link.stale : texts.link.connecting,
      };
    case 'stale':
      return { ...rest, tone: 'bad', text: texts.link.stale };
    case 'waiting': {
      const seconds = Math.max(0, Math.ceil((connection.retryInMs - (nowMs - sinceMs)) / 1000));
      const text = source.loaded ? texts.link.old : texts.link.down;
      return { ...rest, tone: 'bad', text, countdown: texts.link.waiting(seconds), mayRetry: true };
    }
    case 'ended':
      return { ...rest, tone: 'bad', text: texts.ended.title };
  }
}

function pendingText(source: Source, texts: Messages, nowMs: number): string {
  const flowing = source.connection.status === 'live' && !source.readOnly;
  const waiting = source.waiting.filter((each) => !flowing || nowMs - each.sinceMs > worthSayingMs);
  const ideas = waiting.filter((each) => each.command.kind.case === 'addCard').length;
  if (waiting.length === 0) return '';
  return ideas > 0 ? texts.link.pending(ideas) : texts.link.pendingOther(waiting.length);
}
