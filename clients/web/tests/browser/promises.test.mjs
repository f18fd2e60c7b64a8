// What becomes of people's words in a real browser when the network, the server, the page or the
// tab is lost: every idea arrives, and once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, seriousViolations, shoot, sizes } from './browser.mjs';
import { browser, links, server, setStage, traceOf, write } from './stage.mjs';

const testMs = 90_000;
/** The page looks for a way back for as long as this before it is called lost. */
const backMs = 45_000;

setStage({ testMs, serverEach: true });

/** "Essayer maintenant", where the page shows it. */
async function hurry(page) {
  await page
    .getByRole('button', { name: 'Réessayer' })
    .click({ timeout: 2_000 })
    .catch(() => {});
}

async function waiting(page, count) {
  await page.getByText(new RegExp(`^${count}\\s+idées? en attente$`)).waitFor();
}

async function nothingWaits(page) {
  await page
    .getByText(/en attente/)
    .first()
    .waitFor({ state: 'detached', timeout: backMs });
}

/** The words of all ideas of the café, as the server's own trace has them. */
async function ideasOfServer() {
  const trace = await traceOf(links.facilitator);
  return [...trace.matchAll(/"text":\s*"(idée [^"]*)"/g)].map(([, text]) => text).toSorted();
}

test(
  '[EO1] ideas that wait survive the loss of the page and of the server',
  { timeout: testMs },
  async () => {
    const tablet = await open(browser, links.captains[0], sizes.tablet);
    await tablet.getByText('Connecté').waitFor();
    await write(tablet, 'idée connue');
    await nothingWaits(tablet);

    await server.kill();
    for (const n of [1, 2, 3]) await write(tablet, `idée ${n}`);
    await waiting(tablet, 3);
    const context = tablet.context();
    await tablet.close();

    await server.start();
    const again = await context.newPage();
    await again.goto(links.captains[0]);
    await again.getByText('idée 3').first().waitFor();
    await nothingWaits(again);
    assert.deepEqual(await ideasOfServer(), ['idée 1', 'idée 2', 'idée 3', 'idée connue']);
  },
);

/**
 * Opens the page with a network between: from `break` until `heal` all that goes `way` is lost, and
 * a connection that lost something loses all that follows, as TCP does.
 */
async function openBehindNetwork(link, way) {
  const page = await open(browser, 'about:blank', sizes.tablet);
  let broken = false;
  await page.routeWebSocket(/\/live$/, (tablet) => {
    const cafe = tablet.connectToServer();
    let dead = false;
    const passOn = (from, to, loses) =>
      from.onMessage((message) => {
        dead ||= loses && broken;
        if (!loses || !dead) to.send(message);
      });
    passOn(tablet, cafe, way === 'to the café');
    passOn(cafe, tablet, way === 'to the tablet');
  });
  await page.goto(link);
  await page.getByText('Connecté').waitFor();
  return {
    page,
    break: () => (broken = true),
    heal: () => (broken = false),
  };
}

test(
  '[EO1] an idea whose acknowledgement was lost is there once',
  { timeout: testMs },
  async () => {
    const { page, ...network } = await openBehindNetwork(links.captains[0], 'to the tablet');
    network.break();
    await write(page, 'idée sans réponse');
    await waiting(page, 1);
    // Until the page finds the silence too long.
    await page.getByText('Connecté').waitFor({ state: 'detached', timeout: backMs });
    assert.deepEqual(await ideasOfServer(), ['idée sans réponse']);

    network.heal();
    await hurry(page);
    await nothingWaits(page);
    assert.deepEqual(await ideasOfServer(), ['idée sans réponse']);
  },
);

test(
  '[EO1] an idea that never reached the server is sent again',
  { timeout: testMs },
  async () => {
    const { page, ...network } = await openBehindNetwork(links.captains[0], 'to the café');
    network.break();
    await write(page, 'idée perdue en route');
    await waiting(page, 1);
    await page.getByText('Connecté').waitFor({ state: 'detached', timeout: backMs });
    assert.deepEqual(await ideasOfServer(), []);

    network.heal();
    await hurry(page);
    await nothingWaits(page);
    assert.deepEqual(await ideasOfServer(), ['idée perdue en route']);
  },
);

test(
  '[ST1] a server killed while ideas are on their way loses none and doubles none',
  { timeout: testMs },
  async () => {
    const tablet = await open(browser, links.captains[0], sizes.tablet);
    await tablet.getByText('Connecté').waitFor();
    const expected = [];
    for (let life = 1; life <= 3; life++) {
      for (let n = 1; n <= 4; n++) {
        expected.push(`idée ${life}.${n}`);
        await write(tablet, `idée ${life}.${n}`);
      }
      await server.kill();
      await server.start();
      await hurry(tablet);
    }
    await nothingWaits(tablet);
    assert.deepEqual(await ideasOfServer(), expected.toSorted());
  },
);

test(
  '[HS5] two tabs of one link, one a copy of the other, are two devices',
  { timeout: testMs },
  async () => {
    const first = await open(browser, links.captains[0], sizes.tablet);
    await first.getByText('Connecté').waitFor();
    await write(first, 'idée du premier onglet');
    await nothingWaits(first);
    // A tab that a page opens gets a copy of what the page keeps for its tab.
    const [second] = await Promise.all([
      first.context().waitForEvent('page'),
      first.evaluate((link) => void window.open(link), links.captains[0]),
    ]);
    await second.getByText('Connecté').waitFor();

    await Promise.all([write(first, 'idée A'), write(second, 'idée B')]);
    await second.getByText('idée A').first().waitFor();
    await first.getByText('idée B').first().waitFor();
    await nothingWaits(first);
    await nothingWaits(second);
    await first.getByText('Connecté').waitFor();
    assert.deepEqual(await ideasOfServer(), ['idée A', 'idée B', 'idée du premier onglet']);
  },
);

test(
  '[EO1] what waits in a closed tab is sent by the next tab, once',
  { timeout: testMs },
  async () => {
    const first = await open(browser, links.captains[0], sizes.tablet);
    const second = await first.context().newPage();
    await second.goto(links.captains[0]);
    await second.getByText('Connecté').waitFor();
    await server.stop();
    await write(first, 'idée du premier');
    await write(second, 'idée du second');
    await waiting(first, 1);
    await waiting(second, 1);
    const context = first.context();
    await first.close();
    await second.close();

    await server.start();
    // Each tab takes over what one of the closed tabs has left.
    const tabs = [await context.newPage(), await context.newPage()];
    for (const tab of tabs) await tab.goto(links.captains[0]);
    for (const tab of tabs) {
      await tab.getByText('idée du premier').first().waitFor();
      await tab.getByText('idée du second').first().waitFor();
      await nothingWaits(tab);
    }
    assert.deepEqual(await ideasOfServer(), ['idée du premier', 'idée du second']);
  },
);

test(
  '[AC6] a captain’s role moves to another tablet, and the first one is told so',
  { timeout: testMs },
  async () => {
    const first = await open(browser, links.captains[0], sizes.tablet);
    await first.getByText('Connecté').waitFor();
    await write(first, 'idée du premier appareil');
    await first.getByRole('button', { name: 'Passer à un autre appareil' }).click();
    await first.getByRole('img', { name: 'Scannez ce code avec l’autre appareil.' }).waitFor();
    assert.deepEqual(await seriousViolations(first), []);
    await shoot(first, 'captain-hand-over');
    await first.getByRole('button', { name: 'Retirer cet appareil' }).click();
    await first.getByText('L’accès de cet appareil a été retiré par l’animateur.').waitFor();

    // The link that the printed code holds opens nothing any more.
    const again = await open(browser, links.captains[0], sizes.tablet);
    await again.getByText('Ce lien n’est plus valable.').waitFor();
  },
);

test(
  '[AC1] the facilitator gives a table another tablet, and takes it back',
  { timeout: testMs },
  async () => {
    const facilitator = await open(browser, links.facilitator, sizes.laptop);
    await facilitator.getByRole('tab', { name: 'Appareils' }).click();
    await facilitator.getByRole('tab', { name: 'Accès' }).click();
    await facilitator.getByRole('button', { name: 'Donner un accès' }).click();
    const dialog = facilitator.getByRole('dialog');
    const link = await dialog.getByRole('textbox').inputValue();
    assert.deepEqual(await seriousViolations(facilitator), []);
    await shoot(facilitator, 'facilitator-access');
    await dialog.getByRole('button', { name: 'Fermer' }).click();
    await shoot(facilitator, 'facilitator-access-list');

    const tablet = await open(browser, link, sizes.tablet);
    await tablet.getByText('Connecté').waitFor();
    await write(tablet, 'idée du second appareil');
    await nothingWaits(tablet);

    const takeBack = facilitator.getByRole('button', { name: /^Retirer l’accès.*1ère table/ });
    await takeBack.first().click();
    await facilitator.getByRole('button', { name: /^Retirer pour de bon/ }).click();
    await tablet.getByText('L’accès de cet appareil a été retiré par l’animateur.').waitFor();
    assert.deepEqual(await ideasOfServer(), ['idée du second appareil']);
  },
);
