// An idea without a name gets its ids from the server: what waits for it follows (rules AN).
import { describe, expect, it } from 'vitest';
import { LinkKind, RecordKind, Role } from '../../src/gen/rebond/v1/kinds_pb';
import { addCard } from '../../src/sync/compose';
import { insert, put } from './support/state';
import { Tab } from './support/tab';
import { idle, until, World } from './support/world';

const phone = { role: Role.PARTICIPANT, table: '0', participant: '12' };

function entry(seq: number, card: string, text: string) {
  const changes = [put('card', card, { table: '3', anonymous: true }), insert(card, '901', text)];
  return { entries: [{ seq, changes }] };
}

function gave(command: number, seq: number, ...ids: string[]) {
  const value = { seq, ids };
  return { results: [{ command, outcome: { case: 'accepted' as const, value } }] };
}

describe('an anonymous idea', () => {
  it('is once on the page: as it waits, then as the server has it', async () => {
    const tab = await Tab.live(new World(), phone);
    const { id } = await addCard(tab.session, { table: '3', text: 'Sans nom' });
    expect([...tab.session.replica.all('card').keys()]).toEqual([id]);

    tab.socket.say(gave(1, 1, '900', '901'));
    expect([...tab.session.replica.all('card').keys()]).toEqual([id]);
    tab.socket.say(entry(1, '900', 'Sans nom'));
    expect([...tab.session.replica.all('card').keys()]).toEqual(['900']);
    expect(tab.session.waiting).toEqual([]);
  });

  it('is named by its new id in what was done with it meanwhile', async () => {
    const tab = await Tab.live(new World(), phone);
    const rebound = { to: '21', kind: LinkKind.BUILDS_ON };
    const { id } = await addCard(tab.session, { table: '3', text: 'Sans nom', rebound });
    const [link] = tab.session.replica.all('link').keys();
    const what = (kind: RecordKind, of = '0') => ({ value: { what: { kind, id: of } } });
    await tab.session.send({ case: 'withdraw', ...what(RecordKind.CARD, id) });
    await tab.session.send({ case: 'withdraw', ...what(RecordKind.LINK, link) });
    // They wait for the idea's outcome: under the old ids nobody knows them.
    expect(tab.socket.commandNumbers).toEqual([1]);

    tab.socket.say({ ...entry(1, '900', 'Sans nom'), ...gave(1, 1, '900', '901', '902') });
    const named = tab.socket.commands.slice(1).map(({ command }) => command.kind.value);
    expect(named).toMatchObject([
      { what: { kind: RecordKind.CARD, id: '900' } },
      { what: { kind: RecordKind.LINK, id: '902' } },
    ]);
  });

  it('is named by its new id also by a page that still knows the old one', async () => {
    const tab = await Tab.live(new World(), phone);
    const { id } = await addCard(tab.session, { table: '3', text: 'Sans nom' });
    tab.socket.say({ ...entry(1, '900', 'Sans nom'), ...gave(1, 1, '900', '901') });
    const what = { kind: RecordKind.CARD, id };
    await tab.session.send({ case: 'withdraw', value: { what } });

    expect(tab.socket.commands[1]?.command.kind.value).toMatchObject({ what: { id: '900' } });
  });

  it('keeps its new id over a reload', async () => {
    const tab = await Tab.live(new World(), phone);
    const { id } = await addCard(tab.session, { table: '3', text: 'Sans nom' });
    const what = { kind: RecordKind.CARD, id };
    await tab.session.send({ case: 'withdraw', value: { what } });
    tab.socket.say({ ...entry(1, '900', 'Sans nom'), ...gave(1, 1, '900', '901') });
    await idle();
    tab.socket.onClose(1006);
    const again = tab.reload();
    await until(() => again.session.waiting.length > 0);

    expect(again.session.waiting).toHaveLength(1);
    expect(again.session.waiting[0]?.command.kind.value).toMatchObject({ what: { id: '900' } });
  });

  it('is told again after a reload, when the answer was lost', async () => {
    const tab = await Tab.live(new World(), phone);
    const { id } = await addCard(tab.session, { table: '3', text: 'Sans nom' });
    const what = { kind: RecordKind.CARD, id };
    await tab.session.send({ case: 'withdraw', value: { what } });
    const again = tab.reload();
    await again.welcomed({ ...phone, lastCommand: 1, head: 1 });
    again.socket.say(entry(1, '900', 'Sans nom'));
    expect(again.socket.commandNumbers).toEqual([1]);

    again.socket.say(gave(1, 1, '900', '901'));
    expect(again.socket.commands[1]?.command.kind.value).toMatchObject({ what: { id: '900' } });
    expect([...again.session.replica.all('card').keys()]).toEqual(['900']);
  });

  it('does not hold up a captain, whose ideas keep their ids', async () => {
    const tab = await Tab.live(new World());
    const { id } = await addCard(tab.session, { table: '3', text: 'Un' });
    await tab.session.send({ case: 'setCard', value: { card: id, marks: { question: true } } });

    expect(tab.socket.commandNumbers).toEqual([1, 2]);
  });

  it('shows at once that nobody is told who wrote it', async () => {
    const tab = await Tab.live(new World(), phone);
    const changes = [put('cafe', '1', { step: '11' }), put('step', '11', { anonymous: true })];
    tab.socket.say({ entries: [{ seq: 1, changes }] });
    const { id } = await addCard(tab.session, { table: '3', text: 'Sans nom' });

    const { replica } = tab.session;
    expect(replica.get('card', id)).toMatchObject({ scribe: '0', device: 0, anonymous: true });
    expect(replica.words(id)).toMatchObject([{ author: '0', device: 0, waiting: true }]);
  });
});
