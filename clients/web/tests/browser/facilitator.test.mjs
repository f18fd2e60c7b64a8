// What a facilitator does in an evening besides leading it, from one laptop: the script, people
// without devices, moderation, the projector, the plan of actions, the costs.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { open, seriousViolations, shoot, sizes } from './browser.mjs';
import { browser, links, setStage } from './stage.mjs';

const testMs = 120_000;

let page;

setStage({ testMs, serverEach: true });

beforeEach(
  async () => {
    page = await open(browser, links.facilitator, sizes.laptop);
    await page.getByText('Connecté').waitFor();
  },
  { timeout: testMs },
);

const button = (name, options) => page.getByRole('button', { name, ...options }).first();

async function goTo(area, view) {
  await page.getByRole('tab', { name: area }).click();
  if (view) await page.getByRole('tab', { name: view, exact: true }).click();
}

/** Looks at what is shown, for a picture and for what axe finds. */
async function look(name) {
  assert.deepEqual(await seriousViolations(page), [], name);
  await shoot(page, `facilitator-${name}`);
}

async function addPerson(name) {
  await page.getByLabel('Prénom ou nom').first().fill(name);
  await page.getByLabel('Prénom ou nom').first().press('Enter');
  await page.getByRole('listitem').filter({ hasText: name }).waitFor();
}

async function writeFor(table, text) {
  await page
    .getByRole('group', { name: 'Pour la table' })
    .getByRole('button', { name: String(table), exact: true })
    .click();
  await page.getByLabel('Écrire une idée', { exact: true }).fill(text);
  await page.getByLabel('Écrire une idée', { exact: true }).press('Enter');
  await page.getByRole('listitem').filter({ hasText: text }).first().waitFor();
}

test(
  'the script is stretched, a step is skipped, a round is added',
  { timeout: testMs },
  async () => {
    await button(/^Objectif/).click();
    await button('+1 minute : Objectif').click();
    await button(/^Objectif.*1\s+min/).waitFor();
    await page.getByLabel('Passer cette étape').click();
    await button(/^Objectif.*passée/).waitFor();
    await page.getByText('Qui peut faire quoi dans cette étape').waitFor();

    const rounds = page.locator('ol button', { hasText: /^\s*Tour\s\d/ });
    const before = await rounds.count();
    await button('Ajouter un tour').click();
    await page.waitForFunction(
      (count) =>
        [...document.querySelectorAll('ol button')].filter((each) =>
          /^\s*Tour\s\d/.test(each.textContent ?? ''),
        ).length === count,
      before + 1,
    );
    await look('script');
    assert.deepEqual(page.troubles, []);
  },
);

test('people without a device are added, seated and moved', { timeout: testMs }, async () => {
  await goTo('Salle', 'Personnes');
  for (const name of ['Amina', 'Bruno', 'Chantal']) await addPerson(name);
  await look('people');

  await goTo('Salle', 'Tables');
  for (const name of ['Amina', 'Bruno', 'Chantal']) {
    await button(`Changer ${name} de table`).click();
    await page.getByRole('dialog').getByRole('button', { name: /1ère table/ }).click();
  }
  const first = page.getByRole('listitem').filter({ hasText: '1ère table' });
  await first.getByText('Chantal').waitFor();
  const shift = button(/^Passer \S+ de la table 1 à la table/);
  await shift.click();
  await first.getByText(/^2 \/ \d+$/).waitFor();
  await shift.click();
  await page.getByText('Les tables sont équilibrées.').waitFor();
  await look('tables');
  assert.deepEqual(page.troubles, []);
});

test(
  'ideas are written for tables, hidden with a reason, and come back',
  { timeout: testMs },
  async () => {
    await goTo('Idées', 'Toutes');
    await page.getByText('Écrire une idée pour une table').click();
    await writeFor(1, 'une cuve pour la pluie');
    await writeFor(2, 'récupérer la pluie dans une cuve');

    await button('Masquer : une cuve pour la pluie').click();
    await page.getByLabel('Pourquoi').fill('en double');
    await page.getByRole('dialog').getByRole('button', { name: 'Masquer' }).click();
    await page.getByText(/^1\s+idée masquée$/).click();
    await page.getByText('Raison : en double').waitFor();
    await button('Remettre : une cuve pour la pluie').click();
    await button('Masquer : une cuve pour la pluie').waitFor();
    await look('ideas');

    await goTo('Écran');
    await page.getByLabel('Chercher une idée, un groupe').fill('cuve pluie');
    await button(/^Idée\s+une cuve pour la pluie/).click();
    await page.getByRole('blockquote').getByText('une cuve pour la pluie').waitFor();
    await page.getByLabel('Votre message').fill('Le buffet est ouvert');
    await button('Envoyer').click();
    await page.getByText('Affiché en ce moment').waitFor();
    await look('projector');
    assert.deepEqual(page.troubles, []);
  },
);

test('actions and costs are planned, opinions counted', { timeout: testMs }, async () => {
  await goTo('Plan d’actions');
  await page.getByLabel('Quoi').fill('Poser une cuve');
  await page.getByLabel('Qui', { exact: true }).fill('la régie');
  await page.getByLabel('Pour quand').fill('2027-03-01');
  await button('Ajouter').click();
  await page.getByText('lundi 1 mars 2027').waitFor();
  await page.getByLabel('Avancement').selectOption({ label: 'Décidée' });
  await look('actions');

  await goTo('Préparation', 'Coûts');
  await page.getByLabel('Poste', { exact: true }).last().fill('café et gâteaux');
  await page.getByLabel('Jours', { exact: true }).last().fill('0,5');
  await page.getByLabel('Montant (€)', { exact: true }).last().fill('80');
  await button('Ajouter').click();
  await page.getByLabel('Montant (€), café et gâteaux').waitFor();
  await look('costs');

  await goTo('Préparation', 'Avis');
  for (const question of await page.getByRole('group', { name: /-vous / }).all()) {
    await question.getByRole('button', { name: 'oui' }).click();
  }
  await button('Ajouter cet avis').click();
  await page.getByText(/^1\s+avis$/).first().waitFor();
  await look('opinions');
  assert.deepEqual(page.troubles, []);
});
