// Before the first round: the café is prepared, people come in, the seats are planned.
import { tab, words } from './evening-room.mjs';

const present = ['Amina', 'Bruno', 'Chantal', 'Denise', 'Émile', 'Farid'];
export const late = ['Gérard', 'Hélène'];
export const leaver = 'Bruno';

/** The facilitator alone: the script from its beginning, names of people without a device. */
export async function prepare(room) {
  const page = await room.open('facilitator', room.links.facilitator, 'laptop');
  await page.getByText('Connecté').waitFor();
  await page.getByRole('button', { name: /^Préparation/ }).click();
  await page.getByRole('button', { name: 'Aller à cette étape' }).click();
  await room.isStep('Préparation');
  const screen = await room.open('screen', room.links.screen, 'screen');
  await screen.getByText('Le café se prépare').waitFor();

  await room.area('Salle', 'Personnes');
  for (const name of present) await addPerson(page, name);
  await page.getByLabel('Déjà là').uncheck();
  for (const name of late) await addPerson(page, name);
  await page.getByRole('button', { name: /^Attendues · 2/ }).waitFor();
}

async function addPerson(page, name) {
  await page.getByLabel('Prénom ou nom').first().fill(name);
  await page.getByLabel('Prénom ou nom').first().press('Enter');
  await page.getByRole('group', { name: words(`Présence : ${name}`) }).waitFor();
}

/** The doors open: tablets, two phones by the code of the hall, the expert. */
export async function welcome(room) {
  await room.next('Accueil');
  for (const [index, link] of room.links.captains.entries()) {
    const network = index === 1 ? (page) => room.cutter(page) : undefined;
    const tablet = await room.open(`captain${index + 1}`, link, 'tablet', network);
    await tablet.getByText('Connecté').waitFor();
  }
  const named = await room.open('named', room.links.participant, 'phone');
  await named.getByLabel('Votre prénom').fill('Nadia');
  await named.getByRole('button', { name: 'Entrer' }).click();
  await named.getByText('Bonjour Nadia').waitFor();
  const unnamed = await room.open('unnamed', room.links.participant, 'phone');
  await unnamed.getByRole('button', { name: 'Entrer' }).click();
  await unnamed.getByText('Bonjour !').waitFor();
  const expert = await room.open('expert', room.links.expert, 'phone');
  await expert.getByText('Connecté').waitFor();
  await room.screen.getByText(words('Bienvenue')).first().waitFor();
  await room.screen.getByText(words('personnes sont arrivées')).first().waitFor();
}

/** The facilitator asks for a plan of seats; everybody gets a way through the rounds. */
export async function objective(room) {
  await room.next('Objectif');
  await room.area('Salle', 'Plan de places');
  const page = room.facilitator;
  await page.getByRole('button', { name: 'Proposer un plan' }).click();
  await page.getByRole('row', { name: /^Amina/ }).waitFor();
  await page.getByRole('button', { name: 'Refaire le plan' }).first().waitFor();
  await room.pages.named.getByText('Votre table').first().waitFor();
}

/** One with a phone takes the seat that the plan proposes, one another; captains seat the rest. */
export async function sitDown(room) {
  const { named, unnamed } = room.pages;
  await named.getByRole('button', { name: 'Je m’assois ici' }).click();
  await unnamed.getByRole('button', { name: /2ème table/ }).click();
  for (const phone of [named, unnamed]) {
    await phone.getByLabel('Écrire une idée', { exact: true }).waitFor();
  }
  for (const tablet of [1, 2, 3].map((table) => room.pages[`captain${table}`])) {
    if (!tablet) continue;
    await tab(tablet, 'La table');
    const everybody = tablet.getByRole('button', { name: 'Tout le monde est là' });
    if (await everybody.isVisible()) await everybody.click();
    await everybody.waitFor({ state: 'detached' });
    await tab(tablet, 'Nos idées');
  }
}
