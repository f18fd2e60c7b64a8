// After the rounds: syntheses, the map, support, the expert, the plan of actions, the thanks.
import assert from 'node:assert/strict';
import { ideasOf, nothingWaits, tab, turn, words } from './evening-room.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true }).first();

/** What each table says in the end, in its own words, and the ideas that it cites. */
const syntheses = [
  { line: 'L’eau de pluie et le chauffage d’abord.', cites: [0, 4] },
  { line: 'Nous voulons des bancs et moins de courants d’air.', cites: [0, 8] },
  { line: 'On ramasse, on composte, on mange ensemble.', cites: [0, 3] },
];

/** Captains write the synthesis of their table and the table agrees; then it is read out. */
export async function tableSyntheses(room) {
  await room.next('Synthèses des tables');
  for (const [index, { line, cites }] of syntheses.entries()) {
    const tablet = room.pages[`captain${index + 1}`];
    await tab(tablet, 'Synthèse');
    await tablet.getByLabel('Nouvelle ligne').fill(line);
    await button(tablet, 'Citer des idées').click();
    for (const cite of cites) {
      const idea = tablet.getByRole('button', { name: words(ideasOf[index][cite]) }).last();
      await idea.click();
    }
    await button(tablet, 'Fini').click();
    await button(tablet, 'Ajouter la ligne').click();
    await tablet.getByLabel('Ligne 1', { exact: true }).waitFor();
    await button(tablet, 'La table est d’accord').click();
    await tablet.getByText(/Validée par la table à/).waitFor();
  }
  await room.screen.getByText('la table est d’accord').nth(2).waitFor();

  await room.area('Écran');
  for (const { line } of syntheses) {
    await button(room.facilitator, 'Ligne suivante').click();
    const reading = room.facilitator.getByRole('region', { name: 'Lecture des synthèses' });
    await reading.getByText(line, { exact: true }).waitFor();
    await room.screen.getByText(line, { exact: true }).first().waitFor();
  }
  await button(room.facilitator, 'Toutes').click();
}

/** Ideas meet: a group made at a table, one suggestion accepted, another refused. */
export async function convergence(room) {
  await room.next('Carte et convergence');
  const { facilitator, captain1, screen } = room.pages;
  await tab(captain1, 'Groupes');
  for (const text of ['éolienne sur les toits', 'et du solaire sur les toits']) {
    await captain1.getByRole('button', { name: text }).click();
  }
  await button(captain1, 'Nouveau groupe').click();
  await captain1.getByLabel('Nom du groupe').fill('Énergies nouvelles');
  await captain1.getByLabel('Nom du groupe').press('Enter');
  await screen.getByRole('heading', { name: /^Énergies nouvelles, 2\s+idées$/ }).waitFor({
    state: 'attached',
  });

  await room.area('Idées', 'Convergence');
  await button(facilitator, 'Chercher les idées proches').click();
  const accept = facilitator.getByRole('button', { name: 'Relier', exact: true });
  await accept.nth(1).waitFor();
  const open = facilitator.locator('li', { has: accept });
  const taken = await open.first().innerText();
  await accept.first().click();
  await facilitator.getByText(/^2\s+liens entre des idées$/).waitFor();
  const refused = await open.first().innerText();
  assert.notEqual(refused, taken);
  await open.first().getByRole('button', { name: 'Refuser' }).click();
  const gone = ([text]) =>
    ![...document.querySelectorAll('li')].some((each) => each.innerText === text);
  await facilitator.waitForFunction(gone, [refused]);
}

/** Blind: nobody sees the result before it is closed. */
export async function support(room) {
  const { facilitator, screen, named, unnamed, captain2 } = room.pages;
  await room.area('Idées', 'Soutiens');
  await turn(facilitator, 'Le résultat n’est montré qu’à la fermeture', true);
  await button(facilitator, 'Ouvrir les soutiens').click();
  await screen.getByText('Soutenez les idées qui comptent pour vous').waitFor();
  for (const [page, idea] of [
    [named, 'éolienne sur les toits'],
    [unnamed, 'éolienne sur les toits'],
    [captain2, 'plus de bancs pour profiter de la nature'],
  ]) {
    await tab(page, 'Points');
    await button(page, `Un point de plus : ${idea}`.replace(' :', '\u00a0:')).click();
    await nothingWaits(page);
  }
  await named.getByText(/Encore \d+\s+points?|Plus de point/).waitFor();
  assert.equal(await named.getByText(/points? en tout/).count(), 0);
  await facilitator.getByText('Le résultat sera connu à la fermeture.').waitFor();

  await button(facilitator, 'Fermer les soutiens').click();
  const first = facilitator.getByRole('tabpanel').locator('ol > li').first();
  await first.getByText('éolienne sur les toits').waitFor();
  await first.getByText('2', { exact: true }).waitFor();
  await room.area('Écran');
  await button(facilitator, 'Soutiens').click();
  await screen.getByText('Les idées les plus soutenues').waitFor();
  await screen.getByText('éolienne sur les toits').first().waitFor();
  await button(facilitator, 'Selon l’étape').click();
}

/** Two ideas are put to the expert, who answers one; the hall reads the answer. */
export async function expert(room) {
  await room.next('Parole à l’expert');
  const { facilitator, screen, captain2, expert: desk } = room.pages;
  await room.area('Idées', 'Toutes');
  await facilitator.getByLabel('Chercher une idée').first().fill('géothermie');
  await facilitator.getByRole('button', { name: words('Pour l’expert : travailler') }).click();
  await captain2.getByRole('button', { name: /cumulus plutôt que chauffe bain/ }).click();
  await desk.getByRole('tab', { name: 'À répondre (2)' }).click();
  await desk.getByRole('button', { name: /travailler sur la géothermie/ }).click();
  await desk.getByText('À étudier', { exact: true }).click();
  await desk.getByLabel('En quelques mots').fill('Un forage d’essai coûte 8 000 euros.');
  await button(desk, 'Donner la réponse').click();
  await desk.getByRole('tab', { name: 'À répondre (1)' }).waitFor();
  await facilitator.getByLabel('Chercher une idée').first().fill('');
  await room.area('Idées', 'Expert');
  await facilitator.getByRole('button', { name: words('En grand : Un forage d’essai') }).click();
  await screen.getByText('Un forage d’essai coûte 8 000 euros.').first().waitFor();
}

/** A captain writes who does what; the facilitator says which idea it comes from. */
export async function actions(room) {
  await room.next('Plan d’actions');
  const { facilitator, screen, captain1 } = room.pages;
  await room.area('Écran');
  await button(facilitator, 'Ne plus montrer en grand').click();
  await captain1.getByLabel('Que fait-on ?').fill('Poser une cuve de 5 m³');
  await captain1.getByLabel('Qui ?').fill('la régie');
  await captain1.getByLabel('Pour quand ?').fill('2027-03-01');
  await button(captain1, 'Ajouter l’action').click();
  await screen.getByText('Poser une cuve de 5 m³').first().waitFor();

  await room.area('Plan d’actions');
  await facilitator.getByRole('button', { name: words('Modifier : Poser une cuve') }).click();
  const dialog = facilitator.getByRole('dialog');
  await dialog.getByLabel('Ajouter une idée').fill('pluie nettoyage');
  await dialog.getByRole('button', { name: /récupérer eaux de pluie/ }).click();
  await dialog.getByRole('button', { name: /^Retirer.*récupérer eaux de pluie/ }).waitFor();
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await screen.getByText(/récupérer eaux de pluie/).first().waitFor();
}

/** Opinions on leaving, the date of the next café, and the end. */
export async function thanks(room) {
  await room.area('Préparation', 'Le café');
  const { facilitator, screen, named, captain3 } = room.pages;
  await facilitator.getByLabel('Date du prochain café').fill('2027-02-11T18:30');
  await facilitator.getByLabel('Lieu du prochain café').fill('Salle des fêtes');
  await button(facilitator, 'Enregistrer').click();
  await room.next('Remerciements');
  await screen.getByText('Salle des fêtes').first().waitFor();
  await screen.getByText(/11 février 2027/).first().waitFor();

  for (const [page, send] of [
    [named, 'Donner mon avis'],
    [captain3, 'Donner cet avis'],
  ]) {
    await tab(page, 'Avis');
    for (const question of await page.locator('fieldset').all()) {
      await question.getByText('Oui', { exact: true }).click();
    }
    await button(page, send).click();
    await page.getByText('Merci pour votre avis !').waitFor();
  }
  await room.area('Préparation', 'Avis');
  await facilitator.getByText('Avez-vous envie de revenir ?').first().waitFor();
  await facilitator.getByText(/^2\s+avis$/).first().waitFor();
  await room.next('Café terminé');
  await screen.getByText('Le café est terminé').first().waitFor();
}

/** The trace holds what was said, word for word. */
export async function trace(room) {
  await room.arrived(ideasOf.flat());
  const markdown = await room.trace('md');
  const missing = ideasOf.flat().filter((idea) => !markdown.includes(idea));
  assert.deepEqual(missing, []);
}
