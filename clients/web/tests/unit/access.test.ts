// Links that are given out and taken back (rules AC).
import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { AccessEntrySchema } from '../../src/gen/rebond/v1/frame_pb';
import { Role } from '../../src/gen/rebond/v1/kinds_pb';
import { toHex } from '../../src/sync/bytes';
import { openAccess } from '../../src/state/access';
import { accepted } from './support/results';
import { Tab } from './support/tab';
import { World } from './support/world';

const entry = (access: string, more: { participant?: string; revoked?: boolean } = {}) =>
  create(AccessEntrySchema, { access, role: Role.CAPTAIN, table: '3', participant: '0', ...more });

describe('access', () => {
  it('[AC7] is what the last list says', async () => {
    const tab = await Tab.live(new World());
    const list = (...access: ReturnType<typeof entry>[]) =>
      tab.socket.control({ case: 'accessList', value: { access } });
    list(entry('1'), entry('2'));
    list(entry('1', { revoked: true }), entry('2'));

    expect(tab.session.access.map(({ access, revoked }) => [access, revoked])).toEqual([
      ['1', true],
      ['2', false],
    ]);
  });

  it('[AC1] is given by a token of 16 bytes that this page makes', async () => {
    const tab = await Tab.live(new World());
    const { token, outcome } = await tab.session.giveAccess(Role.CAPTAIN, '3');
    tab.socket.say(accepted(1, 0));

    expect(await outcome).toMatchObject({ accepted: true, seq: 0 });
    const { kind } = tab.socket.commands[0]!.command;
    expect(kind).toMatchObject({ case: 'giveAccess', value: { role: Role.CAPTAIN, table: '3' } });
    expect(kind.case === 'giveAccess' && toHex(kind.value.token)).toBe(token);
    expect(token).toHaveLength(32);
  });

  it('is shown the newest first, what is a person’s own last, what was taken back not at all', () => {
    const list = [entry('1'), entry('2', { participant: '9' }), entry('3', { revoked: true })];

    expect(openAccess([...list, entry('4')]).map(({ access }) => access)).toEqual(['4', '1', '2']);
  });
});
