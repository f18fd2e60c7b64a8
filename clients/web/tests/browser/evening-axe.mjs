// What axe finds on the pages of an evening: each page as it is, with each of its views in turn.
import { seriousViolations } from './browser.mjs';

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

/** What axe calls serious or critical on the pages of the room, after the scene of that name. */
export async function violationsAfter(scene, room) {
  const found = [];
  for (const device of ['facilitator', 'screen', 'captain1', 'named', 'expert']) {
    const deep = device !== 'facilitator' || scene === fullScene;
    if (room.pages[device]) await look(device, room.pages[device], deep, found);
  }
  return found;
}
