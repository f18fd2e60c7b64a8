// The pages of those who come with a tablet or a phone, in a real browser against the real server.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, seriousViolations, shoot, sizes } from './browser.mjs';
import { kept } from './kept.mjs';
import { browser, server, setStage, write } from './stage.mjs';

const testMs = 90_000;

setStage({ testMs });

/** A phone that has come in and taken a seat. */
async function sit(links, name, table) {
  const phone = await open(browser, links.participant, sizes.phone);
  await phone.getByLabel('Votre prénom').fill(name);
  await phone.getByRole('button', { name: 'Entrer' }).click();
  await phone.getByRole('button', { name: table }).first().click();
  await phone.getByLabel('Écrire une idée').waitFor();
  return phone;
}

test(
  'a person whose access was taken back may come in again, as a newcomer',
  { timeout: testMs },
  async () => {
    const { links } = await server.createCafe();
    const phone = await sit(links, 'Nadia', /2ème table/);
    await write(phone, 'un abri à vélos');
    await phone.getByText('un abri à vélos').first().waitFor();

    await phone.getByRole('button', { name: 'Passer à un autre appareil' }).click();
    await phone.getByRole('button', { name: 'Retirer cet appareil' }).click();
    await phone.getByText('L’accès de cet appareil a été retiré').waitFor();
    assert.deepEqual(await seriousViolations(phone), []);
    await shoot(phone, 'participant-removed');

    await phone.getByRole('button', { name: 'Entrer de nouveau' }).click();
    await phone.getByLabel('Votre prénom').fill('Nadia');
    await phone.getByRole('button', { name: 'Entrer' }).click();
    await phone.getByRole('button', { name: /1ère table/ }).first().click();
    await write(phone, 'des bancs');
    await phone.getByText('des bancs').first().waitFor();
  },
);

test(
  'what was typed, and not added, is there after a reload; so are the words of a rebound',
  { timeout: testMs },
  async () => {
    const { links } = await server.createCafe();
    const captain = await open(browser, links.captains[0], sizes.tablet);
    await write(captain, 'plus de bancs');
    await captain.getByRole('button', { name: /plus de bancs/ }).click();
    await captain.getByRole('button', { name: 'Rebondir', exact: true }).click();
    await captain.getByLabel('Votre idée').fill('et des arbres');
    await captain.getByRole('button', { name: 'Annuler' }).click();
    await captain.getByLabel('Écrire une idée').fill('une idée en cours');

    await captain.reload();

    const field = captain.getByLabel('Écrire une idée');
    await field.waitFor();
    assert.equal(await field.inputValue(), 'une idée en cours');
    await captain.getByRole('button', { name: /plus de bancs/ }).click();
    await captain.getByRole('button', { name: 'Rebondir', exact: true }).click();
    assert.equal(await captain.getByLabel('Votre idée').inputValue(), 'et des arbres');
  },
);

test(
  'the history of an idea shows what was written before, and by whom',
  { timeout: testMs },
  async () => {
    const { links } = await server.createCafe();
    const captain = await open(browser, links.captains[0], sizes.tablet);
    await write(captain, 'fermer les volets le soir');
    const row = captain.getByRole('listitem').filter({ hasText: 'volets' });
    await row.getByRole('button', { name: /volets/ }).click();
    await row.getByRole('button', { name: 'Modifier' }).click();
    await row.getByLabel('Modifier').fill('fermer les rideaux le soir');
    await row.getByRole('button', { name: 'Enregistrer' }).click();

    const changed = captain.getByRole('listitem').filter({ hasText: 'rideaux' }).first();
    await changed.getByRole('button', { name: 'Plus' }).click();
    await changed.locator('del', { hasText: 'volets' }).first().waitFor();
    await changed.getByText(/^Écrit par la tablette de la table/).first().waitFor();
    assert.deepEqual(await seriousViolations(captain), []);
    await shoot(captain, 'captain-history');
  },
);

test(
  'a captain sees what became of each idea that had to wait',
  { timeout: testMs },
  async () => {
    const { links } = await server.createCafe();
    const captain = await open(browser, links.captains[1], sizes.tablet);
    await captain.getByText('Connecté').waitFor();

    await kept(captain);
    await server.stop();
    await captain.getByText(/Reconnexion dans/).waitFor();
    await write(captain, 'écrite sans réseau');
    await captain.getByRole('button', { name: /^1\s+idée en attente$/ }).click();
    const list = captain.getByRole('dialog');
    await list.getByText('attend sur cet appareil').waitFor();

    await server.start();
    await list.getByText('arrivé', { exact: true }).waitFor({ timeout: 40_000 });
    await shoot(captain, 'captain-sent');
    assert.deepEqual(await seriousViolations(captain), []);
  },
);

test(
  'with the keyboard alone a captain adds, links and groups',
  { timeout: testMs },
  async () => {
    const { links } = await server.createCafe();
    const captain = await open(browser, links.captains[0], sizes.tablet);
    const { keyboard } = captain;
    const focusOn = async (role, name) => {
      for (let n = 0; n < 60; ++n) {
        const target = captain.getByRole(role, { name }).first();
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await keyboard.press('Tab');
      }
      assert.fail(`the Tab key does not reach ${name}`);
    };
    await captain.getByLabel('Écrire une idée').waitFor();
    await keyboard.type('plus de bancs');
    await keyboard.press('Enter');
    await captain.getByRole('button', { name: /plus de bancs/ }).waitFor();

    await focusOn('button', /plus de bancs/);
    await keyboard.press('Enter');
    await focusOn('button', 'Rebondir');
    await keyboard.press('Enter');
    await captain.getByRole('dialog').waitFor();
    await keyboard.type('des arbres');
    await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    await focusOn('button', 'Ajouter le rebond');
    await keyboard.press('Enter');
    await captain.getByRole('button', { name: /des arbres/ }).waitFor();

    await captain.getByLabel('Écrire une idée').focus();
    await focusOn('tab', 'Nos idées');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    for (const idea of [/plus de bancs/, /des arbres/]) {
      await captain.getByRole('button', { name: idea }).first().waitFor();
      await focusOn('button', idea);
      await keyboard.press('Space');
    }
    await focusOn('button', 'Nouveau groupe');
    await keyboard.press('Enter');
    await keyboard.type('Cadre de vie');
    await keyboard.press('Enter');
    await captain.getByRole('heading', { name: /Cadre de vie/ }).waitFor();
  },
);
