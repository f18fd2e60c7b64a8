// A whole evening of the real café through the pages of everybody in the hall: each scene goes on
// where the one before has ended, so the first one that fails is the one to look at. After each,
// axe looks at the pages: nothing serious or critical.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { violationsAfter } from './evening-axe.mjs';
import { Room } from './evening-room.mjs';
import { evening } from './evening-story.mjs';

const eveningMs = 1_200_000;
const room = new Room();

before(() => room.begin(), { timeout: eveningMs });
after(() => room.end(), { timeout: eveningMs });

test('a whole evening, from preparation to thanks', { timeout: eveningMs }, async (t) => {
  let going = true;
  for (const { name, play } of evening) {
    await t.test(name, { skip: !going }, async () => {
      going = false;
      await play(room).finally(() => room.shootAll(name.replaceAll(/[^a-zé]+/g, '-')));
      going = true;
      assert.deepEqual(await violationsAfter(name, room), []);
    });
  }
  await t.test('no page has complained', { skip: !going }, () => {
    assert.deepEqual(room.allTroubles(), []);
  });
});
