// With the keyboard alone: a captain writes, rebounds and groups; the facilitator leads. What has
// the focus is always seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, sizes } from './browser.mjs';
import { browser, server, setStage } from './stage.mjs';

const testMs = 240_000;
const stepMs = 60_000;
const tabsMax = 120;

setStage({ testMs });

/** A line or a shadow around what has the focus, or around the label that stands for it. */
function focusIsSeen() {
  const field = document.activeElement;
  const drawn = [field, field.closest('label')].filter(Boolean).map((element) => {
    const style = getComputedStyle(element);
    const line = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    return line || style.boxShadow !== 'none';
  });
  return drawn.includes(true);
}

class Keys {
  #page;

  constructor(page) {
    this.#page = page;
  }

  async press(...keys) {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  type(text) {
    return this.#page.keyboard.type(text);
  }

  /** Tab, until it is there; each stop on the way is seen. */
  async to(role, name) {
    const target = this.#page.getByRole(role, { name }).first();
    await target.waitFor({ state: 'attached', timeout: stepMs });
    for (let n = 0; n < tabsMax; ++n) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
      if (await this.#page.evaluate(() => document.activeElement === document.body)) continue;
      const seen = await this.#page.evaluate(focusIsSeen);
      const where = await this.#page.evaluate(() => document.activeElement.outerHTML.slice(0, 160));
      assert.ok(seen, `the focus is not seen: ${where}`);
    }
    assert.fail(`the Tab key does not reach ${name}`);
  }
}

test('a captain adds an idea, rebounds, and groups the two', { timeout: testMs }, async () => {
  const { links } = await server.createCafe();
  const captain = await open(browser, links.captains[0], sizes.tablet);
  captain.setDefaultTimeout(stepMs);
  const keys = new Keys(captain);
  await captain.getByLabel('Écrire une idée').waitFor();
  await keys.type('plus de bancs');
  await keys.press('Enter');

  await keys.to('button', /plus de bancs/);
  await keys.press('Enter');
  await keys.to('button', 'Rebondir');
  await keys.press('Enter');
  await captain.getByRole('dialog').waitFor();
  await keys.type('des arbres');
  await keys.press('Tab', 'ArrowRight');
  await keys.to('button', 'Ajouter le rebond');
  await keys.press('Space');
  await captain.getByRole('dialog').waitFor({ state: 'detached' });
  await captain.getByRole('button', { name: /des arbres/ }).waitFor();

  await keys.to('tab', 'Nos idées');
  await keys.press('ArrowRight', 'ArrowRight');
  await captain.getByText('Touchez les idées, puis un groupe.').waitFor();
  for (const idea of [/plus de bancs/, /des arbres/]) {
    await keys.to('button', idea);
    await keys.press('Space');
  }
  await keys.to('button', 'Nouveau groupe');
  await keys.press('Enter');
  await keys.type('Cadre de vie');
  await keys.press('Enter');
  await captain.getByRole('heading', { name: /^Cadre de vie 2\s+idées$/ }).waitFor();
  assert.deepEqual(captain.troubles, []);
});

test('the facilitator starts the clock and goes to the next step', { timeout: testMs }, async () => {
  const { links } = await server.createCafe();
  const facilitator = await open(browser, links.facilitator, sizes.laptop);
  facilitator.setDefaultTimeout(stepMs);
  const screen = await open(browser, links.screen, sizes.screen);
  const keys = new Keys(facilitator);
  await facilitator.getByText('Connecté').waitFor();

  await keys.to('textbox', 'Question du tour');
  await keys.type('Et chez nous ?');
  await keys.to('radio', '20 min');
  await keys.press('ArrowLeft');
  await keys.to('button', 'Lancer le tour');
  await keys.press('Enter');
  await screen.locator('svg text', { hasText: /^1[45]:\d\d$/ }).waitFor({ timeout: stepMs });
  await keys.to('button', 'Pause');
  await keys.press('Space');
  await screen.locator('svg text', { hasText: 'En pause' }).waitFor({ timeout: stepMs });
  await keys.to('button', /^Suivant/);
  await keys.press('Enter');
  await screen.getByText('avant le tour 2').waitFor({ timeout: stepMs });
  assert.deepEqual(facilitator.troubles, []);
});
