// The connection as a person sees it: what is live, what is old, what is over.
import { describe, expect, it } from 'vitest';
import { Backoff } from '../../src/sync/backoff';
import { Tab } from './support/tab';
import { until, World } from './support/world';

describe('a connection', () => {
  it('[HS1] begins with Hello', async () => {
    const tab = new Tab(new World());
    await tab.greeted();

    expect(tab.socket.url).toBe('ws://cafe.test:8080/cafes/c1/live');
    expect(tab.socket.protocol).toBe('rebond.v1');
    expect(tab.socket.frames.map((frame) => frame.case)).toEqual(['hello']);
    expect(tab.socket.hello).toMatchObject({ protocolMin: 1, protocolMax: 1, resumeSeq: 0 });
    expect(tab.socket.hello?.deviceKey).toHaveLength(16);
  });

  it('is connecting, then live once everything is here', async () => {
    const tab = new Tab(new World());
    expect(tab.session.connection.status).toBe('connecting');

    await tab.welcomed({ head: 2 });
    tab.socket.say({ entries: [{ seq: 1 }] });
    expect(tab.session.connection.status).toBe('connecting');
    expect(tab.session.replica.loaded).toBe(false);

    tab.socket.say({ entries: [{ seq: 2 }] });
    expect(tab.session.connection.status).toBe('live');
    expect(tab.session.replica.loaded).toBe(true);
  });

  it('[HS3] knows who it is from Welcome', async () => {
    const tab = await Tab.live(new World(), { joinCode: 'K7MPT', participant: '12' });

    expect(tab.session.who).toMatchObject({
      table: '3',
      device: 5,
      participant: '12',
      joinCode: 'K7MPT',
      mustJoin: false,
    });
  });

  it('[CU1] resumes behind the last entry that was applied', async () => {
    const tab = await Tab.live(new World());
    tab.socket.say({ entries: [{ seq: 1 }, { seq: 2 }] });
    await tab.reconnected({ head: 2 });

    expect(tab.socket.hello).toMatchObject({ resumeEpoch: '77', resumeSeq: 2 });
  });

  it('ignores what an abandoned socket still says', async () => {
    const tab = await Tab.live(new World());
    const abandoned = tab.socket;
    await tab.reconnected();
    abandoned.say({ entries: [{ seq: 1 }] });
    abandoned.onClose(4501);

    expect(tab.session.replica.seq).toBe(0);
    expect(tab.session.connection.status).toBe('live');
  });
});

describe('silence', () => {
  it('asks every 5 s, and notices a dead connection within 10 s', async () => {
    const tab = await Tab.live(new World());
    tab.world.advance(9_999);
    expect(tab.socket.sent('ping').length).toBeGreaterThan(0);
    expect(tab.session.connection.status).toBe('live');

    const dead = tab.socket;
    tab.world.advance(1);
    expect(tab.session.connection.status).toBe('stale');
    expect(dead.closed).toBe(true);

    await tab.welcomed();
    expect(tab.session.connection.status).toBe('live');
  });

  it('is broken by anything that comes', async () => {
    const tab = await Tab.live(new World());
    for (let second = 0; second < 60; second += 4) {
      tab.world.advance(4_000);
      tab.socket.say({ presence: [{ connection: 1, present: true }] });
    }

    expect(tab.session.connection.status).toBe('live');
  });

  it('is no silence when the browser let no timer run', async () => {
    const tab = await Tab.live(new World());
    // A minute in which nothing ran: the question comes late, and the answer with it.
    tab.world.nowMs += 60_000;
    tab.world.advance(0);
    expect(tab.session.connection.status).toBe('live');

    tab.socket.control({ case: 'pong', value: {} });
    tab.world.advance(4_999);
    expect(tab.session.connection.status).toBe('live');
  });

  it('while connecting is a failed attempt', async () => {
    const world = new World();
    world.randomByte = 0xff;
    const tab = new Tab(world);
    await until(() => world.sockets.length === 1);
    world.advance(10_000);

    expect(tab.session.connection.status).toBe('waiting');
  });

  it('is asked about at once when the page is looked at again', async () => {
    const tab = await Tab.live(new World());
    tab.wake();

    expect(tab.socket.sent('ping')).toHaveLength(1);
  });
});

describe('a broken connection', () => {
  it('is made again after a random part of 0.5 s × 1.5 up to 30 s', () => {
    const always = (byte: number) => new Backoff((count) => new Uint8Array(count).fill(byte));
    const longest = always(0xff);
    const waits = Array.from({ length: 14 }, () => longest.nextMs());

    expect(waits.slice(0, 3)).toEqual([500, 750, 1125]);
    expect(waits.at(-1)).toBe(30_000);
    expect(always(0).nextMs()).toBe(0);
  });

  it('tells how long it waits', async () => {
    const world = new World();
    world.randomByte = 0x80;
    const tab = await Tab.live(world);
    tab.socket.onClose(1006);

    expect(tab.session.connection).toEqual({ status: 'waiting', retryInMs: 251 });
  });

  it('is made again at once when the person asks', async () => {
    const world = new World();
    world.randomByte = 0xff;
    const tab = await Tab.live(world);
    tab.socket.onClose(4001);
    tab.session.retryNow();

    expect(tab.session.connection.status).toBe('connecting');
    expect(world.sockets).toHaveLength(2);
  });

  it('waits shortly again after it was live', async () => {
    const world = new World();
    world.randomByte = 0xff;
    const tab = await Tab.live(world);
    for (let failure = 0; failure < 5; failure++) {
      tab.socket.onClose(1006);
      tab.session.retryNow();
    }
    await tab.welcomed();
    tab.socket.onClose(1006);

    expect(tab.session.connection).toEqual({ status: 'waiting', retryInMs: 500 });
  });

  it('stays with the address that answered', async () => {
    const tab = await Tab.live(new World(), { addresses: ['10.0.0.7:8080'] });
    tab.socket.onClose(1006);
    tab.world.advance(500);
    await tab.welcomed({ addresses: ['10.0.0.7:8080'] });
    tab.world.advance(10_000);
    await tab.greeted();

    expect(tab.socket.url).toBe('ws://10.0.0.7:8080/cafes/c1/live');
  });

  it('knows the other addresses also when the page is opened again', async () => {
    const tab = await Tab.live(new World(), { addresses: ['http://10.0.0.7:8080'] });
    const again = tab.reload();
    await again.greeted();
    again.socket.onClose(1006);
    again.world.advance(500);

    expect(again.socket.url).toBe('ws://10.0.0.7:8080/cafes/c1/live');
  });

  it('never speaks in the clear when the page came over TLS', async () => {
    const secure = { origin: 'https://cafe.test:8443' };
    const tab = await Tab.live(new World(), { addresses: ['http://10.0.0.7:8080'] }, secure);
    tab.socket.onClose(1006);
    tab.world.advance(500);

    expect(tab.socket.url).toBe('wss://cafe.test:8443/cafes/c1/live');
  });

  it('tries the other addresses of the server too', async () => {
    const tab = await Tab.live(new World(), { addresses: ['cafe.test:8080', '10.0.0.7:8080'] });
    tab.socket.onClose(1006);
    tab.world.advance(500);
    const other = tab.socket.url;
    tab.socket.onClose(1006);
    tab.world.advance(750);

    expect(other).toBe('ws://10.0.0.7:8080/cafes/c1/live');
    expect(tab.socket.url).toBe('ws://cafe.test:8080/cafes/c1/live');
  });

  it.each([1001, 1006, 1009, 4001, 4003, 4008, 4499])('comes back after %i', async (code) => {
    const tab = await Tab.live(new World());
    tab.socket.onClose(code);

    expect(tab.session.connection.status).toBe('waiting');
  });

  it.each([4500, 4501, 4503, 4504, 4505, 4507, 4999])('ends for good after %i', async (code) => {
    const tab = await Tab.live(new World());
    const sockets = tab.world.sockets.length;
    tab.socket.onClose(code);
    await until(() => tab.session.connection.status !== 'connecting');
    tab.world.advance(60_000);

    expect(tab.session.connection).toEqual({ status: 'ended', code });
    expect(tab.world.sockets).toHaveLength(sockets);
  });

  it('comes back after a message that cannot be read', async () => {
    const tab = await Tab.live(new World());
    tab.socket.onMessage(Uint8Array.of(0xff, 0xff));

    expect(tab.session.connection.status).toBe('waiting');
  });
});

describe('leaving the page', () => {
  it('says goodbye and closes', async () => {
    const tab = await Tab.live(new World());
    const socket = tab.socket;
    tab.leave();

    expect(socket.frames.at(-1)?.case).toBe('goodbye');
    expect(socket.closed).toBe(true);
    tab.world.advance(60_000);
    expect(tab.world.sockets).toHaveLength(1);
  });
});
