// axe looks at every page after every scene of the evening, and into its views: nothing serious
// or critical.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seriousViolations } from './browser.mjs';
import { Room } from './evening-room.mjs';
import { evening } from './evening-story.mjs';

const eveningMs = 1_500_000;
const room = new Room();

before(() => room.begin(), { timeout: eveningMs });
after(() => room.end(), { timeout: eveningMs });

/** The facilitator's areas are looked into when there is most to see in them. */
const fullScene = 'an action has an idea as its source';

/** One page with each of its tabs open in turn, those inside a tab too. */
async function look(name, page, deep, found) {
  const report = async (where) => {
    const violations = await seriousViolations(page);
    found.push(...violations.map((violation) => `${name}, ${where}: ${violation}`));
  };
  const lists = page.getByRole('tablist');
  if (!deep || (await lists.count()) === 0) return report('as it is');
  for (const tab of await lists.first().getByRole('tab').all()) {
    await tab.click();
    const inner = (await lists.count()) > 1 ? await lists.nth(1).getByRole('tab').all() : [];
    if (inner.length === 0) await report((await tab.innerText()).trim());
    for (const each of inner) {
      await each.click();
      await report(`${(await tab.innerText()).trim()}, ${(await each.innerText()).trim()}`);
    }
  }
}

test('nothing serious on any page at any step', { timeout: eveningMs }, async (t) => {
  let going = true;
  for (const { name, play } of evening) {
    await t.test(name, { skip: !going }, async () => {
      going = false;
      await play(room);
      going = true;
      const found = [];
      for (const device of ['facilitator', 'screen', 'captain1', 'named', 'expert']) {
        const deep = device !== 'facilitator' || name === fullScene;
        if (room.pages[device]) await look(device, room.pages[device], deep, found);
      }
      assert.deepEqual(found, []);
    });
  }
});
