// Waiting ideas leave a tablet as a file, and come into the café once.
import { describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../src/sync/api';
import { addCard, editText } from '../../src/sync/compose';
import { accepted } from './support/results';
import { cardEntry } from './support/state';
import { Tab } from './support/tab';
import { idle, until, World } from './support/world';

const ofTable2 = { token: new Uint8Array(16).fill(0xbb) };

/** A tablet with two ideas that wait, one of them marked; and what it saved. */
async function tablet() {
  const tab = await Tab.live(new World());
  tab.socket.onClose(1006);
  await addCard(tab.session, { table: '3', text: 'Un vélo', marks: { question: true } });
  await addCard(tab.session, { table: '3', text: 'Un bus' });
  const file = tab.session.exportWaiting([{ name: 'c1.idea', text: 'pas fin' }]);
  return { tab, file };
}

function ok(outcome: ImportOutcome) {
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome;
}

describe('a file of waiting ideas', () => {
  it('can be read by people', async () => {
    const { file } = await tablet();
    const { cafe, table, devices, drafts } = JSON.parse(file);

    expect([cafe, table]).toEqual(['c1', '3']);
    expect(devices[0].commands).toMatchObject([
      { kind: 'addCard', words: 'Un vélo', question: true },
      { kind: 'addCard', words: 'Un bus' },
    ]);
    expect(drafts).toEqual([{ name: 'c1.idea', text: 'pas fin' }]);
  });

  it('holds no token', async () => {
    const { tab } = await tablet();
    const { token } = await tab.session.giveAccess(2, '3');
    const file = tab.session.exportWaiting([]);

    expect(file).not.toContain(token);
    expect(file).not.toContain('aa'.repeat(16));
  });

  it('is loaded elsewhere as the same device, so that nothing is taken twice', async () => {
    const { tab, file } = await tablet();
    const key = tab.world.sockets[0]?.hello?.deviceKey;
    const there = await Tab.live(new World(1_000), { device: 6 });
    const outcome = ok(await there.session.importWaiting(file));
    expect(outcome).toMatchObject({ loaded: 2, known: 0 });
    expect(outcome.drafts).toEqual([{ name: 'c1.idea', text: 'pas fin' }]);
    expect(there.texts()).toEqual(['Un vélo', 'Un bus']);

    await until(() => there.world.sockets.length === 2);
    await there.greeted();
    const courier = there.socket;
    expect(courier.hello?.deviceKey).toEqual(key);
    there.welcome();
    expect(courier.commandNumbers).toEqual([1, 2]);
    courier.say(accepted(1));
    courier.say(accepted(2));
    there.world.advance(16);
    expect(there.session.waiting).toEqual([]);
  });

  it('is loaded while the server is away, and survives a reload', async () => {
    const { file } = await tablet();
    const there = await Tab.live(new World(1_000), { device: 6 });
    there.socket.onClose(1006);
    await there.session.importWaiting(file);
    expect(there.session.waiting).toHaveLength(2);
    await idle();

    const again = there.reload();
    await until(() => again.session.canWrite);
    again.world.wallOffsetMs += 91_000;
    const heir = new Tab(again.world);
    await until(() => heir.session.waiting.length > 0);
    expect(heir.texts()).toEqual(['Un vélo', 'Un bus']);
  });

  it('is known to the tablet that saved it', async () => {
    const { tab, file } = await tablet();

    expect(await tab.session.importWaiting(file)).toMatchObject({ loaded: 0, known: 2 });
  });

  it('does not double what another tablet of the link loaded and sent meanwhile', async () => {
    const { tab, file } = await tablet();
    const there = await Tab.live(new World(1_000), { device: 6 });
    await there.session.importWaiting(file);

    // The first tablet is back: the server has outcomes for its commands.
    await tab.reconnected({ lastCommand: 2 });
    expect(tab.socket.commandNumbers).toEqual([1, 2]);
    tab.socket.say(accepted(1));
    tab.socket.say(accepted(2));
    expect(tab.session.waiting).toEqual([]);
  });

  it('asks for the outcomes when its tablet has gone on since', async () => {
    const { file } = await tablet();
    const there = await Tab.live(new World(1_000), { device: 6 });
    await there.session.importWaiting(file);
    await until(() => there.world.sockets.length === 2);
    await there.greeted();
    there.welcome({ lastCommand: 9 });
    const courier = there.socket;
    expect(courier.commandNumbers).toEqual([1, 2]);
    courier.say(accepted(1));
    courier.say(accepted(2));
    there.world.advance(16);

    expect(there.session.waiting).toEqual([]);
    expect(courier.commandNumbers).toEqual([1, 2]);
  });

  it('becomes the own of a device with another link, once', async () => {
    const { file } = await tablet();
    const there = await Tab.live(new World(1_000), { device: 6 }, ofTable2);
    expect(ok(await there.session.importWaiting(file)).loaded).toBe(2);
    expect(ok(await there.session.importWaiting(file))).toMatchObject({ loaded: 0, known: 2 });

    const cards = there.socket.commands.map(({ command }) => command.kind.value);
    expect(cards).toMatchObject([
      { text: 'Un vélo', table: '3' },
      { text: 'Un bus', table: '3' },
    ]);
  });

  it('keeps together what belongs together, also with another link', async () => {
    const { tab } = await tablet();
    const { id } = await addCard(tab.session, { table: '3', text: 'Un tram' });
    await editText(tab.session, tab.session.replica.text(id), 'Un tramway');
    const file = tab.session.exportWaiting([]);

    const there = await Tab.live(new World(1_000), { device: 6 }, ofTable2);
    await there.session.importWaiting(file);
    const texts = [...there.session.replica.all('card').keys()].map(
      (card) => there.session.replica.text(card).visible,
    );
    expect(texts).toEqual(['Un vélo', 'Un bus', 'Un tramway']);
  });

  it('leaves out, with another link, what has arrived since', async () => {
    const { tab, file } = await tablet();
    const [first = ''] = tab.session.replica.all('card').keys();
    const there = await Tab.live(new World(1_000), { device: 6 }, ofTable2);
    there.socket.say({ entries: [cardEntry(1, first, 'Un vélo')] });

    expect(ok(await there.session.importWaiting(file))).toMatchObject({ loaded: 1, known: 1 });
  });

  it('is refused when it is of another café, or is no such file', async () => {
    const { tab, file } = await tablet();
    const other = file.replace('"cafe": "c1"', '"cafe": "c2"');

    expect(await tab.session.importWaiting(other)).toEqual({ refused: 'another café' });
    expect(await tab.session.importWaiting('{}')).toEqual({ refused: 'no such file' });
    expect(await tab.session.importWaiting('no json')).toEqual({ refused: 'no such file' });
  });
});

describe('a tablet that is handed to another table', () => {
  it('sends what the old table had not got rid of, as that table', async () => {
    const world = new World();
    const old = await Tab.live(world);
    const key = old.socket.hello?.deviceKey;
    old.socket.onClose(1006);
    await old.addCard('de la table 3');
    old.leave();
    await idle();

    const now = await Tab.live(world, { device: 6, table: '4' }, ofTable2);
    await until(() => world.sockets.length === 3);
    expect(now.texts()).toEqual(['de la table 3']);
    const courier = now.socket;
    courier.onOpen();
    expect(courier.hello?.deviceKey).toEqual(key);
    expect(courier.hello?.token).toEqual(new Uint8Array(16).fill(0xaa));
    now.welcome();
    expect(courier.commands[0]?.command.kind.value).toMatchObject({ text: 'de la table 3' });
    courier.say(accepted(1));
    world.advance(120);
    expect(now.texts()).toEqual([]);
  });
});
