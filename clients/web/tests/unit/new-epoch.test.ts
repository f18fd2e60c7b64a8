// What becomes of a device and its waiting commands when the café begins another life (rules EP).
import { describe, expect, it } from 'vitest';
import { RejectionCode } from '../../src/gen/rebond/v1/result_pb';
import { deviceOfId } from '../../src/sync/command-ids';
import { accepted, rejected } from './support/results';
import { Tab } from './support/tab';
import { idle, World } from './support/world';

describe('another epoch', () => {
  it('takes a new device, renumbers, and gives ids of the new one', async () => {
    const tab = await Tab.live(new World());
    await tab.addCard('un');
    tab.socket.say({ entries: [{ seq: 1, device: 5, command: 1 }] });
    const card = await tab.addCard('deux');
    await tab.session.send({
      case: 'hideCard',
      value: { card, hidden: true },
    });
    const key = tab.socket.hello?.deviceKey;

    tab.socket.onClose(1006);
    tab.world.advance(500);
    await tab.welcomed({ epoch: '78', lastCommand: 0 });
    await tab.welcomed({ epoch: '78', device: 1_048_582 });

    expect(tab.socket.hello?.deviceKey).not.toEqual(key);
    const [add, hide] = tab.socket.commands;
    expect(tab.socket.commandNumbers).toEqual([1, 2]);
    const made = add?.command.kind.case === 'addCard' ? add.command.kind.value : undefined;
    expect(made).toMatchObject({ text: 'deux' });
    expect(deviceOfId(made?.card ?? '0')).toBe(1_048_582);
    expect(deviceOfId(made?.run ?? '0')).toBe(1_048_582);
    expect(hide?.command.kind).toMatchObject({ case: 'hideCard', value: { card: made?.card } });
  });

  it('rewrites no words, even when they look like an id', async () => {
    const tab = await Tab.live(new World());
    tab.socket.onClose(1006);
    const card = await tab.addCard('un');
    await tab.addCard(card);
    tab.world.advance(500);
    await tab.welcomed({ epoch: '78' });
    await tab.welcomed({ epoch: '78', device: 900 });

    expect(tab.socket.commands[1]?.command.kind.value).toMatchObject({ text: card });
  });

  it('[RU8] gives new ids to whatever a command makes', async () => {
    const tab = await Tab.live(new World());
    const { session } = tab;
    tab.socket.onClose(1006);
    const id = () => session.newId();
    await session.send({ case: 'addLine', value: { line: id(), run: id(), table: '3' } });
    await session.send({ case: 'addAnswer', value: { answer: id(), run: id() } });
    await session.send({ case: 'addAction', value: { action: id() } });
    await session.send({ case: 'addCost', value: { cost: id() } });
    await session.send({ case: 'addTask', value: { task: id() } });
    await session.send({ case: 'announce', value: { announcement: id() } });
    await session.send({ case: 'saveDraft', value: { draft: id() } });
    await session.send({ case: 'addPerson', value: { participant: id() } });
    await session.send({ case: 'addTable', value: { table: id() } });
    await session.send({ case: 'addStep', value: { step: id(), after: '42' } });
    await session.send({ case: 'addRound', value: { round: id(), step: id(), moveStep: id() } });
    await session.send({ case: 'acceptSuggestion', value: { suggestion: '42', group: id() } });
    tab.world.advance(500);
    await tab.welcomed({ epoch: '78' });
    await tab.welcomed({ epoch: '78', device: 900 });

    const ids = tab.socket.commands.flatMap(({ command: { kind } }) =>
      Object.values(kind.value ?? {}).filter((value) => /^\d{6,}$/.test(String(value))),
    );
    expect(ids).toHaveLength(16);
    expect(new Set(ids.map((each) => deviceOfId(String(each))))).toEqual(new Set([900]));
    expect(tab.socket.commands).toHaveLength(12);
  });

  it('leaves ids of others as they are', async () => {
    const tab = await Tab.live(new World());
    tab.socket.onClose(1006);
    await tab.session.send({ case: 'hideCard', value: { card: '42', hidden: true } });
    tab.world.advance(500);
    await tab.welcomed({ epoch: '78' });
    await tab.welcomed({ epoch: '78', device: 900 });

    expect(tab.socket.commands[0]?.command.kind.value).toMatchObject({ card: '42' });
  });

  it('translates the ids that a page still holds', async () => {
    const tab = await Tab.live(new World());
    const card = tab.session.newId();
    await tab.reconnected({ epoch: '78' });
    await tab.welcomed({ epoch: '78', device: 900 });
    const run = tab.session.newId();
    await tab.session.send({ case: 'addCard', value: { card, run, table: '3', text: 'un' } });

    const { kind } = tab.socket.commands[0]!.command;
    expect(kind.case === 'addCard' && deviceOfId(kind.value.card)).toBe(900);
  });

  it('survives a reload between the two Hellos', async () => {
    const tab = await Tab.live(new World());
    tab.socket.onClose(1006);
    await tab.addCard('un');
    tab.world.advance(500);
    await tab.welcomed({ epoch: '78' });
    await idle();
    const again = tab.reload();
    await again.welcomed({ epoch: '78', device: 900 });

    const { kind } = again.socket.commands[0]!.command;
    expect(kind.case === 'addCard' && deviceOfId(kind.value.card)).toBe(900);
    expect(again.socket.commandNumbers).toEqual([1]);
  });

  it('[ST1] also follows a server that has lost or gained commands in the same epoch', async () => {
    for (const lastCommand of [0, 3]) {
      const tab = await Tab.live(new World());
      await tab.addCard('un');
      tab.socket.say({ entries: [{ seq: 1, device: 5, command: 1 }] });
      const key = tab.socket.hello?.deviceKey;
      await tab.reconnected({ lastCommand, head: 1 });
      await tab.greeted();

      expect(tab.socket.hello?.deviceKey).not.toEqual(key);
    }
  });

  it('[EP3] first asks what the new history has already accepted', async () => {
    const tab = await Tab.live(new World());
    const key = tab.socket.hello?.deviceKey;
    tab.socket.onClose(1006);
    await tab.addCard('déjà là');
    await tab.addCard('pas encore là');
    tab.world.advance(500);
    await tab.welcomed({ epoch: '78', lastCommand: 1 });
    expect(tab.socket.commandNumbers).toEqual([1]);

    tab.socket.say(accepted(1));
    await tab.welcomed({ epoch: '78', device: 900 });
    expect(tab.socket.hello?.deviceKey).not.toEqual(key);
    expect(tab.texts()).toEqual(['pas encore là']);
    expect(tab.socket.commandNumbers).toEqual([1]);
  });

  it('[EP3] keeps for the person what the new history has refused', async () => {
    const tab = await Tab.live(new World());
    tab.socket.onClose(1006);
    await tab.addCard('refusée');
    tab.world.advance(500);
    await tab.welcomed({ epoch: '78', lastCommand: 1 });
    tab.socket.say(rejected(1, RejectionCode.ROUND_CLOSED));
    await tab.welcomed({ epoch: '78', device: 900 });

    expect(tab.session.rejected.map(({ command }) => command.kind.value)).toMatchObject([
      { text: 'refusée' },
    ]);
    expect(tab.socket.commandNumbers).toEqual([]);
  });

  it('[EP3] asks again when the connection broke before the answer', async () => {
    const tab = await Tab.live(new World());
    tab.socket.onClose(1006);
    await tab.addCard('un');
    tab.world.advance(500);
    await tab.welcomed({ epoch: '78', lastCommand: 1 });
    await tab.reconnected({ epoch: '78', lastCommand: 1 });

    expect(tab.socket.commandNumbers).toEqual([1]);
  });
});
