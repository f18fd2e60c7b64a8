// The clock of the round is the same on every page, however wrong the clocks of the devices are.
//
// How it is measured: each page tells, by the computer's true clock, when its shown time changes.
// A change to 14:37 comes 14 min 37 s before the end, or a little after that when the page is busy;
// never before. So each page's earliest end, over some changes, is what its clock really is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizes } from './browser.mjs';
import { browser, server, setStage } from './stage.mjs';

const testMs = 240_000;
const stepMs = 60_000;
const spreadMaxMs = 250;
const changes = 12;
const minute = 60_000;

setStage({ testMs });

/** Puts the page's clock wrong, and watches the shown time by the true one. */
function prepare(wrongBy) {
  const True = Date;
  class Wrong extends True {
    constructor(...args) {
      if (args.length === 0) super(True.now() + wrongBy);
      else super(...args);
    }

    static now() {
      return True.now() + wrongBy;
    }
  }
  globalThis.Date = Wrong;
  globalThis.ends = [];
  let shown = '';
  const look = () => {
    const found = [...document.querySelectorAll('[role=timer], svg text')]
      .map((element) => element.textContent.trim())
      .find((text) => /^\d\d:\d\d$/.test(text));
    if (!found || found === shown) return;
    const [minutes, seconds] = found.split(':').map(Number);
    // What was shown first was not seen to change.
    if (shown) globalThis.ends.push(True.now() + (minutes * 60 + seconds) * 1000);
    shown = found;
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}

async function openWrong(link, viewport, wrongBy) {
  const context = await browser.newContext({ viewport, locale: 'fr-FR' });
  await context.addInitScript(prepare, wrongBy);
  const page = await context.newPage();
  page.setDefaultTimeout(stepMs);
  await page.goto(link);
  return page;
}

test(
  'pages whose clocks are five minutes fast and slow show the same time',
  { timeout: testMs },
  async () => {
    const { links } = await server.createCafe();
    const { screen, facilitator, captains } = links;
    const pages = {
      facilitator: await openWrong(facilitator, sizes.laptop, 0),
      screen: await openWrong(screen, sizes.screen, 5 * minute),
      'a fast tablet': await openWrong(captains[0], sizes.tablet, 5 * minute),
      'a slow tablet': await openWrong(captains[1], sizes.tablet, -5 * minute),
      'a right tablet': await openWrong(captains[2], sizes.tablet, 0),
    };
    await pages.facilitator.getByRole('button', { name: 'Lancer le tour' }).click();

    const ends = {};
    for (const [name, page] of Object.entries(pages)) {
      await page.waitForFunction((count) => globalThis.ends.length >= count, changes);
      ends[name] = await page.evaluate(() => Math.min(...globalThis.ends));
    }
    const first = Math.min(...Object.values(ends));
    const late = Object.entries(ends).map(([name, end]) => `${name} +${end - first} ms`);
    console.log(`the round ends: ${late.join(', ')}`);
    const spread = Math.max(...Object.values(ends)) - first;
    assert.ok(spread < spreadMaxMs, `the pages are ${spread} ms apart: ${late.join(', ')}`);
  },
);
