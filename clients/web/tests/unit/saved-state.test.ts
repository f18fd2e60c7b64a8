// A page that is loaded while the server is away shows the café as this browser saw it last.
import { describe, expect, it } from 'vitest';
import { CloseCode } from '../../src/gen/rebond/v1/frame_pb';
import { cardEntry, insert } from './support/state';
import { Tab } from './support/tab';
import { idle, until, World } from './support/world';

/** A tablet that has seen two ideas, one reworded; loaded again while the server is away. */
async function reloaded(joinCode = '') {
  const tab = await Tab.live(new World(), { head: 3, joinCode });
  tab.socket.say({
    entries: [
      cardEntry(1, '21', 'Un vélo'),
      cardEntry(2, '22', 'Un bus'),
      { seq: 3, changes: [insert('22', '2201', 'Bonjour : ')] },
    ],
  });
  const digest = tab.session.replica.digest();
  tab.world.advance(2_000);
  await idle();
  const again = tab.reload();
  await until(() => again.session.canWrite && again.session.replica.loaded);
  return { again, digest };
}

describe('a page that is loaded while the server is away', () => {
  it('shows the café as it was, and who it is', async () => {
    const { again, digest } = await reloaded();

    expect(again.session.replica.digest()).toBe(digest);
    expect(again.session.replica.text('22').visible).toBe('Bonjour : Un bus');
    expect(again.session.who).toMatchObject({ table: '3', device: 5 });
    expect(again.session.connection.status).not.toBe('live');
  });

  it('takes ideas as before', async () => {
    const { again } = await reloaded();
    const card = await again.addCard('serveur éteint');

    expect(again.session.replica.all('card').size).toBe(3);
    expect(again.session.replica.isWaiting(card)).toBe(true);
  });

  it('goes on behind what it has when the server is back', async () => {
    const { again } = await reloaded();
    await again.greeted();
    expect(again.socket.hello).toMatchObject({ resumeEpoch: '77', resumeSeq: 3 });

    again.welcome({ head: 4 });
    again.socket.say({ entries: [cardEntry(4, '23', 'Un tram')] });
    expect(again.session.replica.all('card').size).toBe(3);
    expect(again.session.connection.status).toBe('live');
  });

  it('remembers no code that opens the café to others', async () => {
    const { again } = await reloaded('K7MPT');

    expect(again.session.who?.joinCode).toBe('');
  });

  it('shows nothing that is a day old', async () => {
    const { again } = await reloaded();
    again.leave();
    again.world.wallOffsetMs += 25 * 3_600_000;
    await idle();
    const later = new Tab(again.world);
    await until(() => later.session.canWrite);
    await idle();

    expect(later.session.replica.loaded).toBe(false);
  });

  it('shows nothing when its link was taken back', async () => {
    const { again } = await reloaded();
    await again.welcomed();
    again.socket.onClose(CloseCode.REMOVED);
    await idle();
    again.world.advance(20);
    await idle();
    const later = again.reload();
    await until(() => later.session.canWrite);
    await idle();

    expect(later.session.replica.loaded).toBe(false);
  });

  it('keeps nothing of the café on a projector', async () => {
    const tab = await Tab.live(new World(), { head: 1, device: 0 }, { readsOnly: true });
    tab.socket.say({ entries: [cardEntry(1, '21', 'Un vélo')] });
    tab.world.advance(20_000);
    await idle();

    expect(await tab.world.indexedDB?.databases()).toEqual([]);
  });
});
