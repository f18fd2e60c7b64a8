// A participant's printed link is exchanged for a personal one (rule HS6), whatever gets lost.
import { describe, expect, it } from 'vitest';
import { RejectionCode } from '../../src/gen/rebond/v1/result_pb';
import { linkToken, Tab } from './support/tab';
import { idle, until, World } from './support/world';

const invited = { mustJoin: true, table: '0' };

/** The personal token that a tab has asked for. */
function personalToken(tab: Tab): Uint8Array {
  const { kind } = tab.socket.commands[0]!.command;
  return kind.case === 'join' ? kind.value.token : new Uint8Array();
}

async function joined(world: World): Promise<Tab> {
  const tab = await Tab.live(world, invited);
  await tab.session.join('Ana');
  tab.socket.say({ entries: [{ seq: 1, device: 5, command: 1 }] });
  await idle();
  return tab;
}

describe('joining', () => {
  it('[HS6] makes the personal token on the device', async () => {
    const tab = await Tab.live(new World(), invited);
    expect(tab.session.who?.mustJoin).toBe(true);
    await tab.session.join('Ana');

    expect(tab.socket.hello?.token).toEqual(linkToken);
    expect(personalToken(tab)).toHaveLength(16);
    expect(personalToken(tab)).not.toEqual(linkToken);
  });

  it('[HS6] is done when its entry arrives', async () => {
    const tab = await joined(new World());
    const { kind } = tab.socket.commands[0]!.command;

    expect(tab.session.who?.mustJoin).toBe(false);
    expect(tab.session.who?.participant).toBe(kind.case === 'join' && kind.value.participant);
  });

  it('[HS6] holds everything else back until then', async () => {
    const tab = await Tab.live(new World(), invited);
    await tab.session.join('Ana');
    await tab.addCard('un');
    expect(tab.socket.commandNumbers).toEqual([1]);

    tab.socket.say({ entries: [{ seq: 1, device: 5, command: 1 }] });
    expect(tab.socket.commandNumbers).toEqual([1, 2]);
  });

  it('uses the personal token from then on: reconnecting, reloading, in another tab', async () => {
    const tab = await joined(new World());
    const token = personalToken(tab);
    await tab.reconnected({ head: 1, lastCommand: 1 });
    expect(tab.socket.hello?.token).toEqual(token);

    const again = tab.reload();
    await again.welcomed({ head: 1, lastCommand: 1 });
    expect(again.socket.hello?.token).toEqual(token);

    const other = await Tab.live(tab.world, { device: 6 });
    expect(other.socket.hello?.token).toEqual(token);
  });

  it('survives a lost answer: the server knows the device by the personal token', async () => {
    const tab = await Tab.live(new World(), invited);
    await tab.session.join('Ana');
    const token = personalToken(tab);
    tab.socket.onClose(1006);
    tab.world.advance(500);
    await tab.greeted();
    expect(tab.socket.hello?.token).toEqual(linkToken);

    const refused = tab.socket;
    refused.onClose(4500);
    await until(() => tab.socket !== refused);
    await tab.welcomed({ lastCommand: 1, head: 1, participant: '77' });
    expect(tab.socket.hello?.token).toEqual(token);
    expect(tab.session.who).toMatchObject({ mustJoin: false, participant: '77' });

    tab.socket.say({ entries: [{ seq: 1, device: 5, command: 1 }] });
    expect(tab.session.waiting).toEqual([]);
  });

  it('ends when neither token is known', async () => {
    const tab = await Tab.live(new World(), invited);
    await tab.session.join('Ana');
    const first = tab.socket;
    first.onClose(4501);
    await until(() => tab.socket !== first);
    tab.socket.onOpen();
    tab.socket.onClose(4501);
    await until(() => tab.session.connection.status === 'ended');

    expect(tab.session.connection).toEqual({ status: 'ended', code: 4501 });
  });

  it('can be tried again after a rejection', async () => {
    const tab = await Tab.live(new World(), invited);
    await tab.session.join('x'.repeat(300));
    const value = { code: RejectionCode.LIMIT };
    tab.socket.say({ results: [{ command: 1, outcome: { case: 'rejection', value } }] });
    await tab.session.join('Ana');

    expect(tab.session.who?.mustJoin).toBe(true);
    expect(tab.socket.commandNumbers).toEqual([1, 2]);
  });
});
