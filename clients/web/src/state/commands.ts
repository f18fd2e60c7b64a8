// What a command was in people's terms, for telling them what became of it.
import type { Messages } from '../i18n/fr';
import type { Command } from '../sync/api';

export function actionName(texts: Messages, { kind }: Command): string {
  const names = texts.actions;
  switch (kind.case) {
    case 'addCard':
    case 'editText':
    case 'setCard':
    case 'addLink':
    case 'addGroup':
    case 'setGroup':
    case 'placeCard':
    case 'takeSeat':
    case 'join':
    case 'withdraw':
    case 'restore':
      return names[kind.case];
    case 'goToStep':
      return names.step;
    case 'startRound':
    case 'pauseRound':
    case 'resumeRound':
    case 'extendRound':
    case 'endRound':
      return names.round;
    case 'giveAccess':
    case 'revokeAccess':
      return names.access;
    case undefined:
      return names.other;
    default:
      return texts.doings[kind.case];
  }
}
