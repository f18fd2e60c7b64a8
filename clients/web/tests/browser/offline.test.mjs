// A tablet whose server is away: its page is loaded again, its ideas travel as a file, and it finds
// the server at another address.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { open, shoot, sizes } from './browser.mjs';
import { kept } from './kept.mjs';
import { browser, links, server, setStage, traceOf, write } from './stage.mjs';

const testMs = 90_000;
/** The page looks for a way back for as long as this before it is called lost. */
const backMs = 45_000;

const folder = mkdtempSync(join(tmpdir(), 'rebond-offline-'));

setStage({ testMs, serverEach: true });

after(() => rmSync(folder, { recursive: true, force: true }));

/** How often an idea stands in the café, as the server's own trace has it. */
async function timesInCafe(text) {
  return (await traceOf(links.facilitator)).split(`"${text}"`).length - 1;
}

async function arrives(text) {
  const end = Date.now() + backMs;
  while (Date.now() < end) {
    if ((await timesInCafe(text)) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  assert.fail(`"${text}" did not arrive`);
}

test(
  'a page that was opened once is loaded again while the server is away, and shows the café',
  { timeout: testMs },
  async () => {
    const tablet = await open(browser, links.captains[0], sizes.tablet);
    await write(tablet, 'idée en ligne');
    await arrives('idée en ligne');
    await kept(tablet, 'idée en ligne');
    await server.stop();
    await write(tablet, 'idée hors ligne');
    await tablet.getByText(/1\s+idée en attente/).waitFor();

    await tablet.reload();
    await tablet.getByText('idée en ligne').first().waitFor();
    await tablet.getByText(/1\s+idée en attente/).waitFor();
    await write(tablet, 'idée après rechargement');
    await tablet.getByText(/2\s+idées en attente/).waitFor();
    await shoot(tablet, 'offline-reloaded');

    await server.start();
    await arrives('idée hors ligne');
    await arrives('idée après rechargement');
    assert.equal(await timesInCafe('idée hors ligne'), 1);
    assert.equal(await timesInCafe('idée après rechargement'), 1);
  },
);

test(
  '[EO1] waiting ideas go to another tablet as a file, and arrive once',
  { timeout: testMs },
  async () => {
    const tablet = await open(browser, links.captains[0], sizes.tablet);
    await tablet.getByText('Connecté').waitFor();
    const other = await open(browser, links.captains[0], sizes.tablet);
    await other.getByText('Connecté').waitFor();
    await Promise.all([kept(tablet), kept(other)]);
    await server.stop();
    await write(tablet, 'idée du fichier');
    await tablet.getByRole('button', { name: /1\s+idée en attente/ }).click();
    const [download] = await Promise.all([
      tablet.waitForEvent('download'),
      tablet.getByRole('button', { name: 'Enregistrer dans un fichier' }).click(),
    ]);
    const file = join(folder, 'en-attente.json');
    await download.saveAs(file);

    await write(other, 'idée de l’autre');
    await other.getByRole('button', { name: /1\s+idée en attente/ }).click();
    await other.locator('input[type=file]').first().setInputFiles(file);
    await other.getByText(/1\s+chose à envoyer/).waitFor();
    await tablet.context().close();

    await server.start();
    await arrives('idée du fichier');
    await arrives('idée de l’autre');
    const again = await open(browser, links.captains[0], sizes.tablet);
    await again.getByText('idée du fichier').first().waitFor();
    assert.equal(await timesInCafe('idée du fichier'), 1);
  },
);

test(
  '[HT2] an open page finds the server at its other address',
  { timeout: testMs },
  async () => {
    const here = links.captains[0].replace('127.0.0.1', 'localhost');
    const context = await browser.newContext({ viewport: sizes.tablet, locale: 'fr-FR' });
    const tablet = await context.newPage();
    let broken = false;
    await tablet.routeWebSocket(/localhost/, (socket) => {
      if (broken) return socket.close();
      const upstream = socket.connectToServer();
      lose = () => {
        broken = true;
        void upstream.close();
        void socket.close();
      };
    });
    let lose = () => {};
    await tablet.goto(here);
    await tablet.getByText('Connecté').waitFor();
    lose();
    await write(tablet, 'idée par un autre chemin');

    await arrives('idée par un autre chemin');
  },
);
