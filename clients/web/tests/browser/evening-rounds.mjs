// The three rounds: every idea is typed at a table, whatever happens to tablets and server.
import assert from 'node:assert/strict';
import { late, leaver, sitDown } from './evening-opening.mjs';
import { ideasOf, nothingWaits, tab, turn, words, write } from './evening-room.mjs';
import { kept } from './kept.mjs';

/** What a table says in a round (1 to 3): a third of its ideas. */
function said(table, round) {
  const ideas = ideasOf[table - 1];
  const third = Math.ceil(ideas.length / 3);
  return ideas.slice((round - 1) * third, round === 3 ? undefined : round * third);
}

async function writeAll(page, ideas) {
  for (const idea of ideas) await write(page, idea);
}

const button = (page, name) => page.getByRole('button', { name, exact: true }).first();

/** The clock is started, stretched and stopped; the server dies in the middle and comes back. */
export async function firstRound(room) {
  await room.next('Tour 1');
  await sitDown(room);
  const { facilitator, screen, captain1, captain2, captain3 } = room.pages;
  await facilitator.getByLabel('Question du tour').first().fill('Que faisons-nous chez nous ?');
  await facilitator.getByText('15 min', { exact: true }).first().click();
  await button(facilitator, 'Lancer le tour').click();
  await captain1.getByRole('timer').waitFor();
  await captain1.getByText('Que faisons-nous chez nous ?').waitFor();
  await screen.locator('svg text', { hasText: /^1[45]:\d\d$/ }).waitFor();
  await button(facilitator, '+1 min').click();
  await screen.locator('svg text', { hasText: /^1[56]:\d\d$/ }).waitFor();
  await button(facilitator, 'Pause').click();
  await screen.locator('svg text', { hasText: 'En pause' }).waitFor();
  await button(facilitator, 'Reprendre').click();
  await screen.locator('svg text', { hasText: 'En pause' }).waitFor({ state: 'detached' });

  await Promise.all([
    writeAll(captain2, said(2, 1)),
    writeAll(captain3, said(3, 1)),
    writeAll(captain1, said(1, 1).slice(0, 2)),
  ]);
  await room.server.kill();
  await writeAll(captain1, said(1, 1).slice(2));
  await captain1.getByText(/idées? en attente/).first().waitFor();
  await room.server.start();
  await nothingWaits(captain1);
  await Promise.all(Object.values(room.pages).map((page) => page.getByText('Connecté').waitFor()));
  room.forgiveLostLink();
  await room.arrived([1, 2, 3].flatMap((table) => said(table, 1)));

  await button(facilitator, 'Finir le tour').click();
  await button(facilitator, 'Finir maintenant ?').click();
}

/** Two people come late, one goes; the plan follows, and the projector says who goes where. */
export async function firstMove(room) {
  await room.next('Rotation 1');
  const { facilitator, screen, captain1 } = room.pages;
  await room.area('Salle', 'Personnes');
  const attendance = (name) =>
    facilitator.getByRole('group', { name: words(`Présence : ${name}`) });
  for (const name of late) {
    const present = button(attendance(name), 'Présente');
    await present.click();
    await present.and(facilitator.locator('[aria-pressed=true]')).waitFor();
  }
  await button(attendance(leaver), 'Partie').click();
  await facilitator.getByRole('button', { name: /^Parties · 1/ }).waitFor();

  await room.area('Salle', 'Plan de places');
  await facilitator.getByRole('button', { name: 'Refaire le plan' }).first().click();
  const row = facilitator.getByRole('row', { name: new RegExp(`^${late[0]}`) });
  await row.getByText(/Table \d/).first().waitFor();
  await facilitator
    .getByRole('row', { name: new RegExp(`^${leaver}`) })
    .waitFor({ state: 'detached' });

  await screen.getByRole('heading', { name: 'Trouvez votre table' }).waitFor();
  await room.area('Écran');
  await turn(facilitator, 'Montrer les prénoms', true);
  await screen.getByText(late[0]).first().waitFor();
  await turn(facilitator, 'Montrer les prénoms', false);
  await screen.getByText(late[0]).first().waitFor({ state: 'detached' });
  await captain1.getByRole('heading', { name: 'Où chacun va maintenant' }).waitFor();
}

/** A tablet loses its network for the whole round; another one has run out of battery. */
export async function secondRound(room) {
  await room.next('Tour 2');
  await room.switchOff('captain3');
  await sitDown(room);
  const { captain1, captain2 } = room.pages;
  const [online, ...offline] = said(2, 2);
  await write(captain2, online);
  await nothingWaits(captain2);
  await kept(captain2, online);
  await room.cut();
  await captain2.getByText('Connecté').waitFor({ state: 'detached' });
  await write(captain2, offline[0]);
  await captain2.getByText(/^1\s+idée en attente$/).waitFor();
  await captain2.reload();
  await captain2.getByText(/^1\s+idée en attente$/).waitFor();
  await writeAll(captain2, offline.slice(1));
  await captain2.getByText(words(`${offline.length} idées en attente`)).waitFor();

  await writeAll(captain1, said(1, 2));
  await room.writeFor(3, said(3, 2));
  await room.arrived([...said(1, 2), online, ...said(3, 2)]);
  assert.deepEqual(await room.kept(offline), []);

  await room.mend();
  await button(captain2, 'Réessayer').click({ timeout: 3_000 }).catch(() => {});
  await nothingWaits(captain2);
  room.forgiveLostLink();
  await room.arrived(offline);
}

export async function secondMove(room) {
  await room.next('Rotation 2');
  await room.screen.getByRole('heading', { name: 'Trouvez votre table' }).waitFor();
  await room.facilitator.reload();
  await room.isStep('Rotation 2');
}

/** The first table gets a second tablet; the third captain is replaced, and the old link closed. */
export async function thirdRound(room) {
  await room.next('Tour 3');
  const { facilitator, captain1, captain2 } = room.pages;
  const second = await room.open('captain1b', await give(room, '1ère table'), 'tablet');
  const replaced = await room.open('captain3', await give(room, '3ème table'), 'tablet');
  const old = await room.open('oldCaptain3', room.links.captains[2], 'tablet');
  await old.getByText('Connecté').waitFor();
  const takeBack = facilitator.getByRole('button', { name: /^Retirer l’accès.*3ème table/ });
  await takeBack.last().click();
  await facilitator.getByRole('button', { name: 'Retirer pour de bon ?' }).click();
  await old.getByText('L’accès de cet appareil a été retiré par l’animateur.').waitFor();
  await room.switchOff('oldCaptain3');

  const [ours, theirs] = [said(1, 3).slice(0, 1), said(1, 3).slice(1)];
  await Promise.all([
    writeAll(captain1, ours),
    writeAll(second, theirs),
    writeAll(captain2, said(2, 3)),
    writeAll(replaced, said(3, 3)),
  ]);
  for (const idea of ours) await second.getByText(idea, { exact: true }).first().waitFor();
  for (const idea of theirs) await captain1.getByText(idea, { exact: true }).first().waitFor();
  await room.arrived(ideasOf.flat());
  await rebound(room);
}

/** The facilitator gives a captain's link for a table, and reads it out. */
async function give(room, table) {
  await room.area('Appareils', 'Accès');
  const form = room.facilitator.locator('form', { hasText: 'Donner un accès' });
  const tables = form.locator('select').last();
  const option = tables.locator('option', { hasText: table });
  await tables.selectOption((await option.textContent()).trim());
  await button(form, 'Donner un accès').click();
  const dialog = room.facilitator.getByRole('dialog');
  const link = await dialog.getByRole('textbox').inputValue();
  await button(dialog, 'Fermer').click();
  return link;
}

/** A captain rebounds on the idea of another table. */
async function rebound(room) {
  const { captain2, screen } = room.pages;
  await tab(captain2, 'Toutes les idées');
  await captain2.getByLabel('Chercher une idée').fill('éolienne');
  await captain2.getByRole('button', { name: /éolienne sur les toits/ }).click();
  await captain2.getByLabel('Votre idée').fill('et du solaire sur les toits');
  await captain2.getByText('complète', { exact: true }).click();
  await button(captain2, 'Ajouter le rebond').click();
  await room.area('Écran');
  await screen
    .getByText(words('« et du solaire sur les toits » complète « éolienne sur les toits »'))
    .first()
    .waitFor({ state: 'attached' });
}
