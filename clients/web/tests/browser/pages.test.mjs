// The pages in a real browser against the real server: an idea's way from a tablet to the projector.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, seriousViolations, shoot, sizes, takesPictures } from './browser.mjs';
import { plan, planFile } from './server.mjs';
import { browser, server, setStage, write } from './stage.mjs';

const testMs = 90_000;

setStage({ testMs });

/** The words of a card on the map, as they are drawn. */
function drawn(screen, text) {
  return screen.locator('svg [data-card] text').filter({ hasText: text }).first();
}

/** A picture of the map; what is new is shown large before it for some seconds. */
async function shootMap(screen, name) {
  if (!takesPictures) return;
  const clear = () => !document.querySelector('.spotlight');
  await screen.waitForFunction(clear, undefined, { timeout: 45_000 });
  await shoot(screen, name);
}

test(
  'an idea typed on a captain’s tablet appears on the screen, word for word',
  { timeout: testMs },
  async () => {
    const { links } = await server.createCafe();
    const screen = await open(browser, links.screen, sizes.screen);
    const captain = await open(browser, links.captains[1], sizes.tablet);

    const idea = 'fermer l’eau pendant le « brossage » des dents ?';
    await write(captain, idea);

    await captain.getByRole('tabpanel').getByText(idea, { exact: true }).waitFor();
    await drawn(screen, idea).waitFor();
    const twin = screen.getByRole('listitem').filter({ hasText: idea });
    await twin.getByText(idea, { exact: true }).waitFor();
    assert.equal(await captain.getByLabel('Écrire une idée').inputValue(), '');
    assert.ok(
      await captain
        .getByLabel('Écrire une idée')
        .evaluate((field) => field === document.activeElement),
    );
    assert.deepEqual([...screen.troubles, ...captain.troubles], []);
  },
);

test('the 25 ideas of the real café stand on the screen in full', { timeout: testMs }, async () => {
  const { links } = await server.createCafe();
  const screen = await open(browser, links.screen, sizes.screen);
  const captains = await Promise.all(
    links.captains.map((link) => open(browser, link, sizes.tablet)),
  );
  await Promise.all(
    plan.tables.map(async (table, index) => {
      for (const idea of table.ideas) await write(captains[index], idea.text);
    }),
  );

  await screen.waitForFunction(() => document.querySelectorAll('svg [data-card]').length === 25);
  const texts = await screen.locator('svg [data-card] text:not(.number)').allTextContents();
  const ideas = plan.tables.flatMap((table) => table.ideas.map((idea) => idea.text));
  assert.deepEqual(texts.toSorted(), ideas.toSorted());
  const listed = await screen.locator('li[data-card] > span:first-child').allTextContents();
  assert.deepEqual(listed.toSorted(), ideas.toSorted());

  await shootMap(screen, 'screen-25');
  await shoot(captains[0], 'captain-25');
  assert.deepEqual(await seriousViolations(screen), []);
  assert.deepEqual(await seriousViolations(captains[0]), []);
});

test(
  'a rebound reads as a sentence on the screen, a group gathers ideas',
  { timeout: testMs },
  async () => {
    const { links } = await server.createCafe();
    const screen = await open(browser, links.screen, sizes.screen);
    const first = await open(browser, links.captains[0], sizes.tablet);
    const second = await open(browser, links.captains[1], sizes.tablet);
    await write(first, 'plus de bancs');

    await second.getByRole('tab', { name: 'Toutes les idées' }).click();
    await second.getByLabel('Chercher une idée').fill('BANCS');
    await second.getByRole('button', { name: /plus de bancs/ }).click();
    await second.getByLabel('Votre idée').fill('des arbres');
    await second.getByText('nuance', { exact: true }).click();
    assert.deepEqual(await seriousViolations(second), []);
    await second.getByRole('button', { name: 'Ajouter le rebond' }).click();
    await screen
      .getByText('«\u00a0des arbres\u00a0» nuance «\u00a0plus de bancs\u00a0»')
      .first()
      .waitFor();

    await first.getByRole('tab', { name: 'Groupes' }).click();
    for (const idea of ['plus de bancs', 'des arbres']) {
      await first.getByRole('button', { name: idea }).click();
    }
    await first.getByRole('button', { name: 'Nouveau groupe' }).click();
    await first.getByLabel('Nom du groupe').fill('Cadre de vie');
    await first.getByLabel('Nom du groupe').press('Enter');
    assert.ok(await first.evaluate(() => document.documentElement.scrollHeight <= innerHeight));
    await screen.getByRole('heading', { name: /^Cadre de vie, 2\s+idées$/ }).waitFor();
    assert.deepEqual(await seriousViolations(first), []);
    assert.deepEqual(await seriousViolations(screen), []);
  },
);

test(
  'on the server’s own computer a plan makes a café, with links to hand out',
  { timeout: testMs },
  async () => {
    const laptop = await open(browser, `${server.origin}/`, sizes.laptop);
    await laptop.getByLabel('Choisir le plan').setInputFiles(planFile);
    await laptop.waitForURL(/\/facilitator#/);
    await laptop.getByRole('tab', { name: 'Appareils' }).click();
    await laptop.getByRole('tab', { name: 'Liens' }).click();
    await laptop.getByRole('button', { name: /Capitaine, 2ème table/ }).click();
    const field = laptop.getByLabel('Lien : Capitaine, 2ème table'.replace(' :', '\u00a0:')).last();
    const link = await field.inputValue();
    assert.match(link, /\/captain#[0-9a-f]{32}$/);
    assert.deepEqual(await seriousViolations(laptop), []);
    await shoot(laptop, 'facilitator-links');

    const captain = await open(browser, link, sizes.tablet);
    await captain.getByText('2ème table').first().waitFor();
    await laptop.getByRole('button', { name: 'Fermer' }).click();
    await laptop.getByRole('tab', { name: 'Salle' }).click();
    await laptop
      .getByRole('listitem')
      .filter({ hasText: '2ème table' })
      .getByText(/^1\s+appareil$/)
      .waitFor();
    await shoot(laptop, 'facilitator-tables');
    assert.deepEqual(laptop.troubles, []);
  },
);

test('a participant comes in by the code, sits down and writes', { timeout: testMs }, async () => {
  const { links } = await server.createCafe();
  const facilitator = await open(browser, links.facilitator, sizes.laptop);
  await facilitator.getByRole('tab', { name: 'Appareils' }).click();
  await facilitator.getByRole('tab', { name: 'Liens' }).click();
  const code = (await facilitator.locator('.area .code').textContent())?.trim() ?? '';

  const phone = await open(browser, `${server.origin}/join`, sizes.phone);
  assert.deepEqual(await seriousViolations(phone), []);
  await shoot(phone, 'start');
  await phone.getByLabel('Code du café').fill(code.toLowerCase());
  await phone.getByRole('button', { name: 'Rejoindre' }).click();
  await phone.getByLabel('Votre prénom').fill('Nadia');
  assert.deepEqual(await seriousViolations(phone), []);
  await shoot(phone, 'participant-join');
  await phone.getByRole('button', { name: 'Entrer' }).click();
  await phone.getByRole('button', { name: /2ème table/ }).click();
  await write(phone, 'un abri à vélos');

  await phone.getByRole('tabpanel').getByText('un abri à vélos').waitFor();
  await facilitator.getByRole('tab', { name: 'Salle' }).click();
  await facilitator
    .getByRole('listitem')
    .filter({ hasText: '2ème table' })
    .getByText(/^1\s+idée$/)
    .waitFor();
  assert.deepEqual(await seriousViolations(phone), []);
  await shoot(phone, 'participant');
  assert.deepEqual([...phone.troubles, ...facilitator.troubles], []);
});

test(
  'the facilitator leads: a round with a clock, then the next step',
  { timeout: testMs },
  async () => {
    const { links } = await server.createCafe();
    const facilitator = await open(browser, links.facilitator, sizes.laptop);
    const screen = await open(browser, links.screen, sizes.screen);
    const captain = await open(browser, links.captains[0], sizes.tablet);

    await facilitator.getByLabel('Question du tour').fill('Que pouvons-nous faire chez nous ?');
    await facilitator.getByRole('button', { name: 'Lancer le tour' }).click();
    await captain.getByRole('timer').waitFor();
    await captain.getByText('Que pouvons-nous faire chez nous ?').waitFor();
    await screen.locator('svg text', { hasText: /^(1\d|20):\d\d$/ }).waitFor();
    assert.deepEqual(await seriousViolations(facilitator), []);
    await shoot(facilitator, 'facilitator');

    await facilitator.getByRole('button', { name: 'Pause' }).click();
    await screen.locator('svg text', { hasText: 'En pause' }).waitFor();
    await facilitator.getByRole('button', { name: /^Suivant/ }).click();
    await screen.getByText('avant le tour 2').waitFor();
    assert.deepEqual(facilitator.troubles, []);
  },
);

test(
  'ideas written while the server is away wait, and arrive once it is back',
  { timeout: testMs },
  async () => {
    const { links } = await server.createCafe();
    const captain = await open(browser, links.captains[2], sizes.tablet);
    const screen = await open(browser, links.screen, sizes.screen);
    await captain.getByText('Connecté').waitFor();
    await screen.getByText('Connecté').first().waitFor();

    await server.stop();
    await captain.getByText(/Reconnexion dans/).waitFor();
    for (const n of [1, 2, 3]) await write(captain, `écrite sans réseau ${n}`);
    await captain.getByText(/^3\s+idées en attente$/).waitFor();
    await shoot(captain, 'captain-offline');
    await shoot(screen, 'screen-offline');
    assert.deepEqual(await seriousViolations(captain), []);

    await server.start();
    await captain
      .getByRole('button', { name: 'Réessayer' })
      .click({ timeout: 2000 })
      .catch(() => {});
    for (const n of [1, 2, 3])
      await drawn(screen, `écrite sans réseau ${n}`).waitFor({ timeout: 40_000 });
    assert.equal(await screen.locator('li[data-card]').count(), 3);
    await captain
      .getByText(/en attente/)
      .first()
      .waitFor({ state: 'detached' });
  },
);
