// The copy of the café: entries without a gap, snapshots whole, digests compared.
import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { EntrySchema, SnapshotSchema } from '../../src/gen/rebond/v1/entry_pb';
import { NoticeKind } from '../../src/gen/rebond/v1/frame_pb';
import { fromHex, toHex } from '../../src/sync/bytes';
import { ChangeCollector } from '../../src/sync/changes';
import { Replica } from '../../src/sync/replica';
import {
  cardEntry,
  type EntryInit,
  put,
  putOf,
  snapshotControls,
  snapshotMode,
} from './support/state';
import { Tab } from './support/tab';
import { World } from './support/world';

function replicaOf(...entries: EntryInit[]): Replica {
  const replica = new Replica(new ChangeCollector(() => {}));
  for (const entry of entries) replica.apply(create(EntrySchema, entry));
  return replica;
}

describe('entries', () => {
  it('[CU1] are applied in order', async () => {
    const tab = await Tab.live(new World());
    tab.socket.say({ entries: [cardEntry(1, '21', 'un'), cardEntry(2, '22', 'deux')] });

    const { replica } = tab.session;
    expect(replica.seq).toBe(2);
    expect([...replica.all('card').keys()]).toEqual(['21', '22']);
    expect(replica.text('22').visible).toBe('deux');
    expect(replica.words('22')[0]).toMatchObject({ author: '12', device: 8, waiting: false });
  });

  it('[CU1] that came before are ignored', async () => {
    const tab = await Tab.live(new World());
    const entry = cardEntry(1, '21', 'un');
    tab.socket.say({ entries: [entry] });
    tab.socket.say({ entries: [entry, cardEntry(2, '22', 'deux')] });

    expect(tab.session.replica.text('21').visible).toBe('un');
    expect(tab.session.replica.seq).toBe(2);
  });

  it('[CU1] are never applied over a gap: the client connects again, where it stands', async () => {
    const tab = await Tab.live(new World());
    tab.socket.say({ entries: [cardEntry(1, '21', 'un'), cardEntry(3, '23', 'trois')] });
    expect(tab.session.replica.seq).toBe(1);
    expect(tab.session.connection.status).toBe('waiting');

    tab.world.advance(500);
    await tab.greeted();
    expect(tab.socket.hello).toMatchObject({ resumeEpoch: '77', resumeSeq: 1 });
  });

  it('[CU8] with an unknown change stop the client and change nothing', async () => {
    const tab = await Tab.live(new World());
    tab.socket.say({ entries: [{ seq: 1, changes: [put('cafe', '1', { theme: 'A' }), {}] }] });

    expect(tab.session.connection).toEqual({ status: 'ended', code: 4504 });
    expect(tab.session.replica.seq).toBe(0);
    expect(tab.session.replica.get('cafe', '1')).toBeUndefined();
  });

  it('[CU8] with an unknown edit of a text stop the client too', async () => {
    const tab = await Tab.live(new World());
    const change = { case: 'text' as const, value: { text: '21' } };
    tab.socket.say({ entries: [{ seq: 1, changes: [{ change }] }] });

    expect(tab.session.connection).toEqual({ status: 'ended', code: 4504 });
  });

  it('[CU8] with a record of an unknown kind are applied', () => {
    const change = { case: 'put' as const, value: { kind: 99, id: '1', record: Uint8Array.of(1) } };
    const replica = replicaOf({ seq: 1, changes: [{ change }] });

    expect(replica.seq).toBe(1);
    expect(replica.digestHex()).not.toBe(replicaOf().digestHex());
  });

  it('that do not fit make the client ask for everything', async () => {
    const tab = await Tab.live(new World());
    const value = {
      text: '21',
      edit: { case: 'hide' as const, value: { ranges: [{ run: '1', to: 1 }] } },
    };
    tab.socket.say({ entries: [{ seq: 1, changes: [{ change: { case: 'text', value } }] }] });
    tab.world.advance(500);
    await tab.greeted();

    expect(tab.socket.hello).toMatchObject({ resumeEpoch: '0', resumeSeq: 0 });
  });

  it('leave the same object where nothing changed', async () => {
    const tab = await Tab.live(new World());
    tab.socket.say({ entries: [cardEntry(1, '21', 'un')] });
    const card = tab.session.replica.get('card', '21');
    const text = tab.session.replica.text('21');
    tab.socket.say({ entries: [cardEntry(2, '22', 'deux')] });

    expect(tab.session.replica.get('card', '21')).toBe(card);
    expect(tab.session.replica.text('21')).toBe(text);
    expect(tab.session.replica.text('77')).toBe(tab.session.replica.text('77'));
  });
});

describe('a snapshot', () => {
  it('[CU3] is applied whole, at its end', async () => {
    const tab = await Tab.live(new World(), { ...snapshotMode, head: 7 });
    const controls = snapshotControls(7, { 21: 'un', 22: 'deux' }, 10);
    for (const control of controls.slice(0, -1)) tab.socket.control(control);
    expect(tab.session.replica.loaded).toBe(false);
    expect(tab.session.replica.all('card').size).toBe(0);

    tab.socket.control(controls.at(-1)!);
    expect(tab.session.replica.loaded).toBe(true);
    expect(tab.session.replica.seq).toBe(7);
    expect(tab.session.replica.text('22').visible).toBe('deux');
  });

  it('[CU3] is followed by the entries after it, whenever they came', async () => {
    const tab = await Tab.live(new World(), { ...snapshotMode, head: 7 });
    const [begin, ...rest] = snapshotControls(7, { 21: 'un' });
    tab.socket.control(begin!);
    tab.socket.say({ entries: [cardEntry(7, '21', 'un'), cardEntry(8, '23', 'huit')] });
    tab.socket.control(...rest);

    expect(tab.session.replica.seq).toBe(8);
    expect(tab.session.replica.text('23').visible).toBe('huit');
  });

  it('[CU3] replaces what was there, on the same connection', async () => {
    const tab = await Tab.live(new World());
    tab.socket.say({ entries: [cardEntry(1, '21', 'un')] });
    tab.socket.control({ case: 'resync', value: {} }, ...snapshotControls(9, { 22: 'neuf' }));
    tab.socket.say({ entries: [cardEntry(10, '23', 'dix')] });

    expect([...tab.session.replica.all('card').keys()]).toEqual(['22', '23']);
    expect(tab.session.connection.status).toBe('live');
  });

  it('[CU4] of less than this client had is taken', async () => {
    const tab = await Tab.live(new World());
    tab.socket.say({ entries: [cardEntry(1, '21', 'un'), cardEntry(2, '22', 'deux')] });
    await tab.reconnected({ ...snapshotMode, head: 1 });
    tab.socket.control(...snapshotControls(1, { 21: 'un' }));

    expect(tab.session.replica.seq).toBe(1);
    expect(tab.session.replica.get('card', '22')).toBeUndefined();
    expect(tab.session.connection.status).toBe('live');
  });

  it('that is not whole is asked for again', async () => {
    const tab = await Tab.live(new World(), { ...snapshotMode, head: 7 });
    const controls = snapshotControls(7, { 21: 'un', 22: 'deux' }, 10);
    tab.socket.control(...controls.filter((_, index) => index !== 2));
    expect(tab.session.connection.status).toBe('waiting');

    tab.world.advance(500);
    await tab.greeted();
    expect(tab.socket.hello).toMatchObject({ resumeEpoch: '0', resumeSeq: 0 });
  });

  it('that a lost connection cut is forgotten; what was shown stays', async () => {
    const tab = await Tab.live(new World());
    tab.socket.say({ entries: [cardEntry(1, '21', 'un')] });
    const [begin, ...rest] = snapshotControls(9, { 22: 'neuf' });
    tab.socket.control(begin!);
    await tab.reconnected({ head: 1 });
    expect(tab.session.replica.text('21').visible).toBe('un');

    tab.socket.control(...rest);
    expect(tab.session.replica.get('card', '22')).toBeUndefined();
  });
});

describe('a digest', () => {
  const entries = [cardEntry(1, '21', 'un'), cardEntry(2, '22', 'deux')];
  const digestAt = (seq: number) => ({
    seq,
    digest: fromHex(replicaOf(...entries.slice(0, seq)).digestHex())!,
  });

  it('[DG5] is the same after entries and after their snapshot', () => {
    const byEntries = replicaOf(cardEntry(1, '21', 'un'));
    const bySnapshot = replicaOf();
    const text = { id: '21', pieces: byEntries.text('21')!.pieces.map((piece) => ({ ...piece })) };
    const records = [putOf('card', '21', { table: '3' })];
    bySnapshot.load(create(SnapshotSchema, { seq: 1, records, texts: [text] }));

    expect(bySnapshot.digestHex()).toBe(byEntries.digestHex());
  });

  it('[DG4] that is equal says nothing', async () => {
    const tab = await Tab.live(new World());
    tab.socket.say({ entries });
    tab.socket.control({ case: 'stateDigest', value: digestAt(2) });

    expect(tab.socket.sent('diverged')).toEqual([]);
  });

  it('[DG4] is compared when its entry was applied, also when it came earlier', async () => {
    const tab = await Tab.live(new World());
    const stateDigest = {
      case: 'stateDigest' as const,
      value: { seq: 1, digest: new Uint8Array(16) },
    };
    tab.socket.say({ control: [{ control: stateDigest }], entries });

    const [diverged] = tab.socket.sent('diverged');
    expect(diverged?.seq).toBe(1);
    expect(toHex(diverged!.digest)).toBe(toHex(digestAt(1).digest));
  });

  it('[DG4] of an entry that is past is ignored', async () => {
    const tab = await Tab.live(new World());
    tab.socket.say({ entries });
    tab.socket.control({ case: 'stateDigest', value: { seq: 1, digest: new Uint8Array(16) } });

    expect(tab.socket.sent('diverged')).toEqual([]);
  });

  it('[DG4] that differs is answered with a snapshot', async () => {
    const tab = await Tab.live(new World());
    tab.socket.say({ entries });
    tab.socket.control({ case: 'stateDigest', value: { seq: 2, digest: new Uint8Array(16) } });
    expect(tab.socket.sent('diverged')).toHaveLength(1);

    const notice = { case: 'notice' as const, value: { kind: NoticeKind.DIVERGED } };
    tab.socket.control(notice, ...snapshotControls(2, { 29: 'vrai' }));
    expect(tab.session.replica.text('29').visible).toBe('vrai');
    expect(tab.session.connection.status).toBe('live');
  });
});

describe('changes', () => {
  it('are told once a frame, with what they touch', async () => {
    const tab = await Tab.live(new World(), {}, { readsOnly: true });
    tab.world.advance(16);
    const seen: string[][] = [];
    tab.session.subscribe(({ records, texts }) => {
      seen.push([...(records.get('card') ?? []), ...texts]);
    });
    tab.socket.say({ entries: [cardEntry(1, '21', 'un')] });
    tab.socket.say({ entries: [cardEntry(2, '22', 'deux')] });
    expect(seen).toEqual([]);

    tab.world.advance(16);
    expect(seen).toEqual([['21', '22', '21', '22']]);
    tab.world.advance(1_000);
    expect(seen).toHaveLength(1);
  });

  it('are told every 100 ms at most where people write, the first at once', async () => {
    const tab = await Tab.live(new World());
    tab.world.advance(1_000);
    const seen: number[] = [];
    tab.session.subscribe(() => seen.push(tab.world.nowMs));
    const start = tab.world.nowMs;
    for (let seq = 1; seq <= 20; ++seq) {
      tab.socket.say({ entries: [cardEntry(seq, String(20 + seq), 'idée')] });
      tab.world.advance(10);
    }
    tab.world.advance(200);

    expect(seen.map((ms) => ms - start)).toEqual([16, 132, 248]);
  });

  it('are everything after a snapshot', async () => {
    const tab = await Tab.live(new World(), { ...snapshotMode, head: 7 });
    const seen: boolean[] = [];
    tab.session.subscribe(({ everything }) => seen.push(everything));
    tab.socket.control(...snapshotControls(7, { 21: 'un' }));
    tab.world.advance(16);

    expect(seen).toEqual([true]);
  });

  it('are told no more to who has left', async () => {
    const tab = await Tab.live(new World());
    let calls = 0;
    const leave = tab.session.subscribe(() => calls++);
    leave();
    tab.socket.say({ entries: [cardEntry(1, '21', 'un')] });
    tab.world.advance(16);

    expect(calls).toBe(0);
  });
});
