// What a person did is on the own page at once, marked as waiting, until the server has decided.
import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { type Command, CommandSchema } from '../../src/gen/rebond/v1/command_pb';
import { LinkKind, RecordKind } from '../../src/gen/rebond/v1/kinds_pb';
import { RejectionCode } from '../../src/gen/rebond/v1/result_pb';
import { addCard, addGroup, addLink, editText, salvage, wordsOf } from '../../src/sync/compose';
import { cardEntry, put } from './support/state';
import { Tab } from './support/tab';
import { World } from './support/world';

/** A café with step 11, round 31 and two cards. */
async function cafe(): Promise<Tab> {
  const tab = await Tab.live(new World(), { participant: '12' });
  const changes = [put('cafe', '1', { step: '11' }), put('step', '11', { round: '31' })];
  tab.socket.say({
    entries: [{ seq: 1, changes }, cardEntry(2, '21', 'Un vélo'), cardEntry(3, '22', 'Un bus')],
  });
  return tab;
}

function reject(tab: Tab, command: number): void {
  const value = { code: RejectionCode.ROUND_CLOSED };
  tab.socket.say({ results: [{ command, outcome: { case: 'rejection', value } }] });
}

describe('a waiting command', () => {
  it('shows its idea at once, as the server will probably have it', async () => {
    const tab = await cafe();
    const { id } = await addCard(tab.session, {
      table: '3',
      text: 'Un tram 🚋',
      marks: { question: true },
    });

    const { replica } = tab.session;
    expect(replica.get('card', id)).toMatchObject({
      table: '3',
      round: '31',
      scribe: '12',
      device: 5,
      question: true,
    });
    expect(replica.all('card').size).toBe(3);
    expect(replica.text(id).visible).toBe('Un tram 🚋');
    expect(replica.words(id)).toMatchObject([{ author: '12', waiting: true }]);
    expect(replica.isWaiting(id)).toBe(true);
    expect(replica.isWaiting('21')).toBe(false);
  });

  it('shows a rebound with its link', async () => {
    const tab = await cafe();
    const rebound = { to: '21', kind: LinkKind.BUILDS_ON };
    const { id } = await addCard(tab.session, { table: '3', text: 'Plus de pistes', rebound });

    const [link] = tab.session.replica.all('link').values();
    expect(link).toMatchObject({ from: id, to: '21', kind: LinkKind.BUILDS_ON });
  });

  it('is replaced by what the server made of it, and is told', async () => {
    const tab = await cafe();
    const { id } = await addCard(tab.session, { table: '3', text: 'Un tram' });
    tab.world.advance(16);
    const seen: string[] = [];
    tab.session.subscribe(({ records }) => seen.push(...(records.get('card') ?? [])));
    tab.socket.say({ entries: [{ ...cardEntry(4, id, 'Un tram'), device: 5, command: 1 }] });
    tab.world.advance(116);

    expect(seen).toEqual([id]);
    expect(tab.session.replica.isWaiting(id)).toBe(false);
    expect(tab.session.replica.text(id).visible).toBe('Un tram');
  });

  it('is not shown twice when a snapshot holds it already', async () => {
    const tab = await cafe();
    const { id } = await addCard(tab.session, { table: '3', text: 'Un tram' });
    tab.socket.say({ entries: [cardEntry(4, id, 'Un tram, donc')] });

    expect(tab.session.replica.text(id).visible).toBe('Un tram, donc');
  });

  it('vanishes with its effect when it is rejected', async () => {
    const tab = await cafe();
    const { id } = await addCard(tab.session, { table: '3', text: 'Un tram' });
    reject(tab, 1);

    expect(tab.session.replica.get('card', id)).toBeUndefined();
    expect(tab.session.rejected).toHaveLength(1);
  });

  it('comes after a reload too', async () => {
    const tab = await cafe();
    tab.socket.onClose(1006);
    const { id } = await addCard(tab.session, { table: '3', text: 'Un tram' });
    const again = tab.reload();
    await again.welcomed({ participant: '12' });

    expect(again.session.replica.text(id).visible).toBe('Un tram');
  });

  it('shows marks, groups, links, places, withdrawals and hiding', async () => {
    const tab = await cafe();
    const { session } = tab;
    const link = await addLink(session, { from: '21', to: '22', kind: LinkKind.OPPOSES });
    const group = await addGroup(session, { name: 'Transports', cards: ['21', '22'] });
    const what = { kind: RecordKind.CARD, id: '21' };
    await session.send({ case: 'setCard', value: { card: '22', marks: { unanimous: true } } });
    await session.send({ case: 'withdraw', value: { what } });
    await session.send({ case: 'hideCard', value: { card: '22', hidden: true } });
    await session.send({ case: 'setLink', value: { link: link.id, phrase: 'remplace' } });
    await session.send({ case: 'setGroup', value: { group: group.id, name: 'Bouger' } });

    const { replica } = session;
    expect(replica.get('card', '21')).toMatchObject({ withdrawn: true, table: '3' });
    expect(replica.get('card', '22')).toMatchObject({ hidden: true, unanimous: true });
    expect(replica.get('link', link.id)?.phrase).toBe('remplace');
    expect(replica.get('group', group.id)?.name).toBe('Bouger');
    expect(replica.get('membership', '22')).toMatchObject({ group: group.id, after: '21' });

    await session.send({ case: 'restore', value: { what } });
    await session.send({ case: 'placeCard', value: { card: '22', group: '0' } });
    expect(replica.get('card', '21')?.withdrawn).toBe(false);
    expect(replica.get('membership', '22')?.group).toBe('0');
  });

  it('changes nothing of steps and rounds before the server has decided', async () => {
    const tab = await cafe();
    await tab.session.send({ case: 'goToStep', value: { step: '12' } });

    expect(tab.session.replica.get('cafe', '1')?.step).toBe('11');
  });

  it('never changes the digest', async () => {
    const tab = await cafe();
    const before = tab.session.replica.digest();
    await addCard(tab.session, { table: '3', text: 'Un tram' });

    expect(tab.session.replica.digest()).toBe(before);
  });
});

describe('an edit', () => {
  it('is shown at once', async () => {
    const tab = await cafe();
    const shown = tab.session.replica.text('21');
    await editText(tab.session, shown, 'Un vélo rouge');

    expect(tab.session.replica.text('21').visible).toBe('Un vélo rouge');
    expect(tab.session.replica.isWaiting('21')).toBe(true);
    expect(tab.session.replica.words('21').map(({ waiting }) => waiting)).toEqual([false, true]);
  });

  it('[TX1] keeps what others wrote while the person typed', async () => {
    const tab = await cafe();
    const shown = tab.session.replica.text('21');
    const value = {
      text: '21',
      edit: {
        case: 'insert' as const,
        value: { run: '900', after: { run: '2100', offset: 6 }, characters: ' pliant' },
      },
    };
    tab.socket.say({ entries: [{ seq: 4, changes: [{ change: { case: 'text', value } }] }] });
    const now = await editText(tab.session, shown, 'Deux vélos');

    expect(now.visible).toBe('Deux vélos');
    expect(tab.session.replica.text('21').visible).toBe('Deux vélos pliant');
  });

  it('goes on from what the last one returned', async () => {
    const tab = await cafe();
    let shown = tab.session.replica.text('21');
    for (const typed of ['Un vélo ', 'Un vélo r', 'Un vélo rouge', 'Un vélo vert']) {
      shown = await editText(tab.session, shown, typed);
    }

    expect(tab.session.replica.text('21').visible).toBe('Un vélo vert');
  });

  it('that changes nothing sends nothing', async () => {
    const tab = await cafe();
    await editText(tab.session, tab.session.replica.text('21'), 'Un vélo');

    expect(tab.session.waiting).toEqual([]);
  });

  it('longer than a command holds is cut into several, in order', async () => {
    const tab = await cafe();
    const long = 'é'.repeat(2_000) + '👨‍👩‍👧‍👦'.repeat(100) + 'fin';
    await editText(tab.session, tab.session.replica.text('21'), long);
    const { id } = await addCard(tab.session, { table: '3', text: long });

    expect(tab.session.replica.text('21').visible).toBe(long);
    expect(tab.session.replica.text(id).visible).toBe(long);
    const bytes = tab.session.waiting.map(({ command }) => Buffer.byteLength(wordsOf(command)));
    expect(bytes.length).toBeGreaterThan(3);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(4_096);
  });
});

describe('words of a rejected command', () => {
  it('[RU9] can be kept', async () => {
    const tab = await cafe();
    const { id } = await addCard(tab.session, { table: '3', text: 'Un tram' });
    reject(tab, 1);
    await salvage(tab.session, tab.session.rejected[0]!);

    expect(tab.session.rejected).toEqual([]);
    expect(tab.socket.commands.at(-1)?.command.kind).toMatchObject({
      case: 'salvageText',
      value: { about: id, text: 'Un tram' },
    });
  });

  it('are found in every command that has some', () => {
    const words = (kind: Command['kind']) => wordsOf(create(CommandSchema, { kind }));
    const some = (init: Parameters<typeof create<typeof CommandSchema>>[1]) =>
      words(create(CommandSchema, init).kind);

    expect(some({ kind: { case: 'setLink', value: { phrase: 'car' } } })).toBe('car');
    expect(some({ kind: { case: 'addGroup', value: { name: 'Eau' } } })).toBe('Eau');
    expect(some({ kind: { case: 'pauseRound', value: {} } })).toBe('');
  });
});
