// The outbox: nothing that a person wrote is lost, and nothing is sent under two numbers.
import { describe, expect, it } from 'vitest';
import { RejectionCode } from '../../src/gen/rebond/v1/result_pb';
import { accepted, rejected } from './support/results';
import { Tab } from './support/tab';
import { idle, World } from './support/world';

describe('commands of a device', () => {
  it('[EO1] are numbered 1, 2, 3 and sent in order', async () => {
    const tab = await Tab.live(new World());
    await tab.addCard('un');
    await tab.addCard('deux');
    await tab.addCard('trois');

    expect(tab.socket.commandNumbers).toEqual([1, 2, 3]);
  });

  it('are not sent before they are stored', async () => {
    const tab = await Tab.live(new World());
    const stored = tab.addCard('un');
    expect(tab.socket.commandNumbers).toEqual([]);

    await stored;
    expect(tab.socket.commandNumbers).toEqual([1]);
    expect(tab.session.waiting[0]?.stored).toBe(true);
  });

  it('[EO3] are done when their entry arrives', async () => {
    const tab = await Tab.live(new World());
    await tab.addCard('un');
    tab.socket.say({ entries: [{ seq: 1, device: 5, command: 1 }] });

    expect(tab.session.waiting).toEqual([]);
  });

  it('[EO3] are not done by an entry of another device with the same number', async () => {
    const tab = await Tab.live(new World());
    await tab.addCard('un');
    tab.socket.say({ entries: [{ seq: 1, device: 6, command: 1 }] });

    expect(tab.texts()).toEqual(['un']);
  });

  it('[EO1] stay until the entry of an earlier acceptance is here', async () => {
    const tab = await Tab.live(new World());
    await tab.addCard('un');
    tab.socket.say(accepted(1, 2));
    expect(tab.texts()).toEqual(['un']);

    tab.socket.say({ entries: [{ seq: 1 }, { seq: 2 }] });
    expect(tab.texts()).toEqual([]);
  });

  it('[EO7] are done when their outcome is forgotten', async () => {
    const tab = await Tab.live(new World());
    await tab.addCard('un');
    tab.socket.say(accepted(1, 0));

    expect(tab.texts()).toEqual([]);
  });

  it('tell their sender the outcome', async () => {
    const tab = await Tab.live(new World());
    const value = { seat: tab.session.newId(), participant: '9', table: '3' };
    const sent = await tab.session.send({ case: 'takeSeat', value });
    tab.socket.say({ entries: [{ seq: 1, device: 5, command: 1 }] });

    expect(await sent.outcome).toEqual({ accepted: true, seq: 1, ids: [] });
  });
});

describe('after a lost connection', () => {
  it('[EO1] everything without an outcome is sent again, in order', async () => {
    const tab = await Tab.live(new World());
    await tab.addCard('un');
    await tab.addCard('deux');
    await tab.addCard('trois');
    tab.socket.say({ entries: [{ seq: 1, device: 5, command: 1 }] });

    await tab.reconnected({ head: 1, lastCommand: 2 });
    expect(tab.socket.commandNumbers).toEqual([2, 3]);
  });

  it('nothing is sent before the replica is as new as the server', async () => {
    const tab = await Tab.live(new World());
    await tab.addCard('un');
    await tab.reconnected({ head: 1, lastCommand: 1 });
    expect(tab.socket.commandNumbers).toEqual([]);

    tab.socket.say({ entries: [{ seq: 1, device: 5, command: 1 }] });
    expect(tab.socket.commandNumbers).toEqual([]);
    expect(tab.texts()).toEqual([]);
  });

  it('what was written meanwhile is sent', async () => {
    const tab = await Tab.live(new World());
    tab.socket.onClose(1006);
    await tab.addCard('hors ligne');
    tab.world.advance(500);
    await tab.welcomed();

    expect(tab.socket.commandNumbers).toEqual([1]);
  });
});

describe('a window of unacknowledged commands', () => {
  it('holds 64 until there are outcomes', async () => {
    const tab = await Tab.live(new World());
    for (let idea = 1; idea <= 70; idea++) await tab.addCard(`idée ${idea}`);
    expect(tab.socket.commandNumbers.at(-1)).toBe(64);

    tab.socket.say({ entries: [{ seq: 1, device: 5, command: 1 }] });
    expect(tab.socket.commandNumbers.at(-1)).toBe(65);
  });

  it('goes out in messages that the server can read', async () => {
    const tab = await Tab.live(new World());
    tab.socket.onClose(1006);
    for (let idea = 0; idea < 20; idea++) await tab.addCard('x'.repeat(4_000));
    tab.world.advance(500);
    await tab.welcomed();

    const sizes = tab.socket
      .sent('commands')
      .map(({ commands }) => commands.reduce((sum, { command }) => sum + command.length + 16, 0));
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThan(65_536);
    expect(tab.socket.commandNumbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});

describe('what the server does not take', () => {
  it('[EO6] is sent again after the delay, with what came after it', async () => {
    const tab = await Tab.live(new World());
    for (const text of ['un', 'deux', 'trois']) await tab.addCard(text);
    tab.socket.say(rejected(2, RejectionCode.RATE_LIMITED, 700));
    tab.socket.say(rejected(3, RejectionCode.OUT_OF_ORDER));
    await tab.addCard('quatre');
    tab.world.advance(699);
    expect(tab.socket.commandNumbers).toEqual([1, 2, 3]);

    tab.world.advance(1);
    expect(tab.socket.commandNumbers).toEqual([1, 2, 3, 2, 3, 4]);
    expect(tab.session.rejected).toEqual([]);
  });

  it('[EO6] waits for room on the disk, and goes as soon as there is', async () => {
    const tab = await Tab.live(new World());
    tab.socket.control({ case: 'notice', value: { kind: 1 } });
    await tab.addCard('un');
    tab.socket.say(rejected(1, RejectionCode.READ_ONLY, 60_000));
    expect(tab.session.readOnly).toBe(true);

    tab.socket.control({ case: 'notice', value: { kind: 2 } });
    expect(tab.session.readOnly).toBe(false);
    expect(tab.socket.commandNumbers).toEqual([1, 1]);
  });

  it('[EO2] is sent from the first again when it came out of order', async () => {
    const tab = await Tab.live(new World());
    await tab.addCard('un');
    await tab.addCard('deux');
    tab.socket.say(rejected(2, RejectionCode.OUT_OF_ORDER));
    tab.world.advance(1_000);

    expect(tab.socket.commandNumbers).toEqual([1, 2, 1, 2]);
  });
});

describe('a rejected command', () => {
  it('[EO4] is kept with its words until it is dismissed, over a reload', async () => {
    const tab = await Tab.live(new World());
    await tab.addCard('perdu ?');
    tab.socket.say(rejected(1, RejectionCode.ROUND_CLOSED));
    await idle();

    const again = tab.reload();
    await again.welcomed({ lastCommand: 1 });
    const [kept] = again.session.rejected;
    expect(kept).toMatchObject({ code: RejectionCode.ROUND_CLOSED, field: 'add_card.table' });
    expect(kept?.command.kind).toMatchObject({ case: 'addCard', value: { text: 'perdu ?' } });
    expect(again.socket.commandNumbers).toEqual([]);

    await again.session.dismiss(kept?.key ?? '');
    const third = again.reload();
    await third.welcomed({ lastCommand: 1 });
    expect(third.session.rejected).toEqual([]);
  });

  it('closes nothing: what came after it goes on', async () => {
    const tab = await Tab.live(new World());
    await tab.addCard('un');
    await tab.addCard('deux');
    tab.socket.say(rejected(1, RejectionCode.NOT_FOUND));
    tab.socket.say({ entries: [{ seq: 1, device: 5, command: 2 }] });

    expect(tab.session.connection.status).toBe('live');
    expect(tab.session.waiting).toEqual([]);
  });

  it('is one that is too large for a message, and takes no number', async () => {
    const tab = await Tab.live(new World());
    const about = tab.session.newId();
    const value = { about, text: 'x'.repeat(70_000) };
    const sent = await tab.session.send({ case: 'salvageText', value });
    await tab.addCard('un');

    expect((await sent.outcome).accepted).toBe(false);
    expect(tab.session.rejected[0]?.code).toBe(RejectionCode.LIMIT);
    expect(tab.socket.commandNumbers).toEqual([1]);
  });
});
