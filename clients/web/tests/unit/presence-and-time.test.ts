// Who is here, what they are called, and what time it is in the café.
import { describe, expect, it } from 'vitest';
import { PresenceSchema } from '../../src/gen/rebond/v1/frame_pb';
import { Tab } from './support/tab';
import { World } from './support/world';

describe('café time', () => {
  it('[TM2] keeps the offset of the shortest round trip', async () => {
    const world = new World();
    const tab = new Tab(world);
    await tab.greeted();
    world.advance(200);
    tab.welcome({ serverTimeMs: 5_000_100 });
    const start = world.nowMs;
    expect(tab.session.serverNow()).toBe(5_000_200);

    // 40 ms there and back: this is the truth.
    tab.socket.control({
      case: 'pong',
      value: { clientTimeMs: start - 40, serverTimeMs: 5_000_300 },
    });
    expect(tab.session.serverNow()).toBe(5_000_320);

    // A slower one is worth less.
    tab.socket.control({ case: 'pong', value: { clientTimeMs: start - 900, serverTimeMs: 1 } });
    expect(tab.session.serverNow()).toBe(5_000_320);
    world.advance(1_000);
    expect(tab.session.serverNow()).toBe(5_001_320);
  });

  it('is the device’s own until the server has said it', () => {
    const world = new World();
    const tab = new Tab(world);

    expect(tab.session.serverNow()).toBe(world.nowMs + world.wallOffsetMs);
  });
});

describe('presence', () => {
  it('[PR1] tells the latest value, at most every 100 ms', async () => {
    const tab = await Tab.live(new World());
    tab.session.setPresence({ writingAt: '8', handRaised: false });
    tab.session.setPresence({ writingAt: '9', handRaised: true });
    expect(tab.socket.sent('presence')).toEqual([]);

    tab.world.advance(100);
    const value = {
      $typeName: PresenceSchema.typeName,
      writingAt: '9',
      handRaised: true,
      waiting: 0,
      asksMinute: false,
      batteryPercent: 0,
    };
    expect(tab.socket.sent('presence')).toEqual([value]);

    tab.session.setPresence({ writingAt: '9', handRaised: true });
    tab.world.advance(200);
    expect(tab.socket.sent('presence')).toHaveLength(1);
  });

  it('[PR2] is told again on a new connection', async () => {
    const tab = await Tab.live(new World());
    tab.session.setPresence({ writingAt: '9', handRaised: true });
    tab.world.advance(100);
    await tab.reconnected();
    tab.world.advance(100);

    expect(tab.socket.sent('presence')[0]).toMatchObject({ handRaised: true });
  });

  it('[PR2] shows who is here, and no more who is gone', async () => {
    const tab = await Tab.live(new World());
    tab.socket.say({
      presence: [
        { connection: 1, present: true, table: '3' },
        { connection: 2, present: true },
      ],
    });
    tab.socket.say({ presence: [{ connection: 2, present: false }] });
    expect([...tab.session.presence.keys()]).toEqual([1]);

    await tab.reconnected();
    expect(tab.session.presence.size).toBe(0);
  });

  it('tells how full the battery is, where the browser says so', async () => {
    const tab = await Tab.live(new World());
    tab.world.battery?.(14);
    tab.world.advance(1_000);

    expect(tab.socket.sent('presence').at(-1)?.batteryPercent).toBe(14);
  });

  it('counts the commands that wait', async () => {
    const tab = await Tab.live(new World());
    await tab.addCard('un');
    await tab.addCard('deux');
    tab.world.advance(1_000);

    expect(tab.socket.sent('presence').at(-1)?.waiting).toBe(2);
  });
});

describe('names', () => {
  it('[RU10] are what the last directory says', async () => {
    const tab = await Tab.live(new World());
    const directory = (...people: { participant: string; name: string }[]) =>
      tab.socket.control({ case: 'directory', value: { people } });
    directory({ participant: '1', name: 'Ana' }, { participant: '2', name: 'Ben' });
    directory({ participant: '2', name: 'Benoît' });

    expect([...tab.session.names]).toEqual([['2', 'Benoît']]);
  });

  it('[RU10] come with wishes for whoever may know them', async () => {
    const tab = await Tab.live(new World());
    const wishes = { group: 'locataire', together: ['2'] };
    const people = [{ participant: '1', name: 'Ana', wishes }, { participant: '2' }];
    tab.socket.control({ case: 'directory', value: { people } });

    expect([...tab.session.wishes.keys()]).toEqual(['1']);
    expect(tab.session.wishes.get('1')).toMatchObject(wishes);
  });
});
