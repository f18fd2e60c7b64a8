// The state of the link in words: what every page shows at every moment.
import { describe, expect, it } from 'vitest';
import { fr } from '../../../src/i18n/fr';
import { linkState } from '../../../src/state/link-state';
import type { Connection } from '../../../src/sync/api';
import { addCard } from '../../../src/sync/compose';
import { Tab } from '../support/tab';
import { World } from '../support/world';

function said(connection: Connection, { loaded = true, readOnly = false, passedMs = 0 } = {}) {
  return linkState({ connection, readOnly, waiting: [], loaded }, fr, passedMs, 0);
}

describe('the link', () => {
  it('says what is old, and when it is tried again', () => {
    const waiting = { status: 'waiting', retryInMs: 8_000 } as const;

    expect(said(waiting)).toMatchObject({
      tone: 'bad',
      text: 'Données anciennes',
      countdown: 'Reconnexion dans 8 s',
      mayRetry: true,
    });
    expect(said(waiting, { passedMs: 2_500 }).countdown).toBe('Reconnexion dans 6 s');
    expect(said(waiting, { loaded: false }).text).toBe('Pas de connexion');
  });

  it('never calls new what was kept from the last time', () => {
    const connecting = { status: 'connecting' } as const;

    expect(said(connecting, { loaded: false }).text).toBe('Connexion…');
    expect(said(connecting).text).toBe('Données anciennes, reconnexion…');
  });

  it('says that the server takes nothing in', () => {
    expect(said({ status: 'live' }).tone).toBe('good');
    expect(said({ status: 'live' }, { readOnly: true })).toMatchObject({ tone: 'bad' });
  });

  it('is called old after 10 s of silence', async () => {
    const tab = await Tab.live(new World());
    tab.world.advance(9_900);
    expect(tab.session.connection.status).toBe('live');
    tab.world.advance(100);

    expect(tab.session.connection.status).toBe('stale');
  });

  it('counts ideas at once when they cannot go, and after a moment when they can', async () => {
    const tab = await Tab.live(new World());
    await addCard(tab.session, { table: '3', text: 'Un' });
    await addCard(tab.session, { table: '3', text: 'Deux' });
    const { waiting } = tab.session;
    const since = waiting[0]?.sinceMs ?? 0;
    const pending = (connection: Connection, passedMs: number) =>
      linkState({ connection, readOnly: false, waiting, loaded: true }, fr, since + passedMs, 0)
        .pending;

    expect(pending({ status: 'live' }, 100)).toBe('');
    expect(pending({ status: 'live' }, 2_000)).toBe('2 idées en attente');
    expect(pending({ status: 'stale' }, 100)).toBe('2 idées en attente');
  });
});
