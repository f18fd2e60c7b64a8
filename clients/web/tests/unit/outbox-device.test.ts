// Which device a tab is: over reloads, in several tabs, in another epoch, without a disk.
import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { RejectionCode } from '../../src/gen/rebond/v1/result_pb';
import { deviceOfId } from '../../src/sync/command-ids';
import { rejected } from './support/results';
import { Tab } from './support/tab';
import { idle, until, World } from './support/world';

describe('a reload', () => {
  it('[HS3] is the same device, and sends what waits', async () => {
    const tab = await Tab.live(new World());
    tab.socket.onClose(1006);
    const card = await tab.addCard('hors ligne');
    const again = tab.reload();
    await again.welcomed();

    expect(again.socket.hello?.deviceKey).toEqual(tab.world.sockets[0]?.hello?.deviceKey);
    expect(again.socket.commands[0]).toMatchObject({
      number: 1,
      command: { kind: { case: 'addCard', value: { card, text: 'hors ligne' } } },
    });
  });

  it('never gives an id or a number twice', async () => {
    const tab = await Tab.live(new World());
    const first = await tab.addCard('un');
    const again = tab.reload();
    await again.welcomed();
    const second = await again.addCard('deux');

    expect(second).not.toBe(first);
    expect(again.socket.commandNumbers).toEqual([1, 2]);
  });

  it('can write before the server answers', async () => {
    const tab = await Tab.live(new World());
    const again = tab.reload();
    await until(() => again.session.canWrite);
    await again.addCard('serveur éteint');

    expect(again.texts()).toEqual(['serveur éteint']);
  });
});

describe('several tabs', () => {
  it('[HS5] a duplicated tab is a device of its own', async () => {
    const tab = await Tab.live(new World());
    const twin = tab.duplicate();
    await twin.welcomed({ device: 6 });

    const [first, second] = tab.world.sockets;
    expect(second?.hello?.deviceKey).not.toEqual(first?.hello?.deviceKey);
  });

  it('a new tab adopts what a tab that died has left', async () => {
    const world = new World();
    const tab = await Tab.live(world);
    tab.socket.onClose(1006);
    await tab.addCard('dernier mot');
    world.wallOffsetMs += 91_000;

    const heir = await Tab.live(world);
    expect(heir.socket.hello?.deviceKey).toEqual(world.sockets[0]?.hello?.deviceKey);
    expect(heir.texts()).toEqual(['dernier mot']);
    expect(heir.socket.commandNumbers).toEqual([1]);
  });

  it('a new tab adopts at once what a closed tab has left, though its disk was too slow', async () => {
    const world = new World();
    const tab = await Tab.live(world);
    tab.socket.onClose(1006);
    await tab.addCard('en partant');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('the page is gone', 'AbortError');
    });
    tab.leave();
    put.mockRestore();

    const heir = await Tab.live(world);
    expect(heir.texts()).toEqual(['en partant']);
    expect(heir.socket.hello?.deviceKey).toEqual(world.sockets[0]?.hello?.deviceKey);
  });

  it('a new tab leaves alone what another one holds', async () => {
    const world = new World();
    const tab = await Tab.live(world);
    await tab.addCard('à moi');
    const other = await Tab.live(world, { device: 6 });

    expect(other.texts()).toEqual([]);
    expect(other.socket.hello?.deviceKey).not.toEqual(world.sockets[0]?.hello?.deviceKey);
  });

  it('an open tab sends what another one has left, as that device', async () => {
    const world = new World();
    const dead = await Tab.live(world);
    const key = dead.socket.hello?.deviceKey;
    dead.socket.onClose(1006);
    await dead.addCard('orphelin');
    dead.crash();
    const open = await Tab.live(world, { device: 6 });
    const before = world.sockets.length;
    const mine = open.socket;
    world.wallOffsetMs += 91_000;
    while (world.sockets.length === before) {
      mine.control({ case: 'pong', value: {} });
      world.advance(5_000);
      await idle();
    }

    const courier = open.socket;
    open.socket.onOpen();
    expect(courier.hello?.deviceKey).toEqual(key);
    open.welcome();
    expect(courier.commandNumbers).toEqual([1]);

    courier.say(rejected(1, RejectionCode.ROUND_CLOSED));
    world.advance(16);
    expect(open.session.rejected[0]?.command.kind.value).toMatchObject({ text: 'orphelin' });
    expect(courier.closed).toBe(true);
    expect(mine.closed).toBe(false);
  });

  it('a tab whose device was taken over goes on as another one, with its words', async () => {
    const world = new World();
    const asleep = await Tab.live(world);
    world.wallOffsetMs += 91_000;
    await Tab.live(world);
    const before = world.sockets.length;
    const card = await asleep.addCard('réveil');
    await until(() => world.sockets.length > before);
    await asleep.welcomed({ device: 9 });
    await until(() => asleep.socket.commandNumbers.length > 0);

    const { kind } = asleep.socket.commands[0]!.command;
    expect(kind).toMatchObject({ case: 'addCard', value: { text: 'réveil' } });
    expect(kind.case === 'addCard' && deviceOfId(kind.value.card)).toBe(9);
    expect(deviceOfId(card)).toBe(5);
  });
});

describe('a tab whose device was taken over', () => {
  it('writes with the ids of the orphan that it takes instead', async () => {
    const world = new World();
    const asleep = await Tab.live(world);
    const dead = await Tab.live(world, { device: 7 });
    dead.crash();
    world.wallOffsetMs += 91_000;
    // The first orphan is the sleeping tab's device.
    await Tab.live(world);
    const before = world.sockets.length;
    await asleep.addCard('réveil');
    await until(() => world.sockets.length > before);
    await asleep.welcomed({ device: 7 });
    await until(() => asleep.socket.commandNumbers.length > 0);

    const { kind } = asleep.socket.commands[0]!.command;
    expect(kind.case === 'addCard' && deviceOfId(kind.value.card)).toBe(7);
    expect(kind.case === 'addCard' && deviceOfId(kind.value.run)).toBe(7);
  });

  it('is not told that it is over when the server closes its old connection', async () => {
    const world = new World();
    const asleep = await Tab.live(world);
    const superseded = asleep.socket;
    world.wallOffsetMs += 91_000;
    await Tab.live(world);
    const before = world.sockets.length;
    superseded.onClose(4505);
    await until(() => world.sockets.length > before);
    await asleep.welcomed({ device: 9 });

    expect(asleep.session.connection.status).toBe('live');
  });
});

describe('a browser that keeps nothing', () => {
  it('sends all the same, and says that a reload loses what waits', async () => {
    const world = new World();
    world.indexedDB = undefined;
    const tab = await Tab.live(world);
    await tab.addCard('un');

    expect(tab.session.storage).toBe('memory');
    expect(tab.socket.commandNumbers).toEqual([1]);
  });

  it('says that what waits is kept when it is', async () => {
    const tab = await Tab.live(new World());
    expect(tab.session.storage).toBe('device');
  });

  it('goes on in memory when the disk fails later', async () => {
    const world = new World();
    const tab = await Tab.live(world);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await tab.addCard('un');
    put.mockRestore();

    expect(tab.session.storage).toBe('memory');
    expect(tab.socket.commandNumbers).toEqual([1]);
  });
});

describe('a role that only reads', () => {
  it('keeps no outbox and takes no command', async () => {
    const world = new World();
    const tab = await Tab.live(world, { device: 0 }, { readsOnly: true });

    expect(tab.session.storage).toBe('none');
    expect(tab.session.canWrite).toBe(false);
    await expect(tab.session.send({ case: 'pauseRound', value: {} })).rejects.toThrow();
    expect(await world.indexedDB?.databases()).toEqual([]);
  });
});
