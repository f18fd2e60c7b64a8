// The room of an evening: the server, everybody's devices, and what people do on them by hand.
import assert from 'node:assert/strict';
import { launch, open, shoot, sizes } from './browser.mjs';
import { plan, TestServer } from './server.mjs';

/** Bounds a hang, nothing else: the computer may be busy. */
const stepMs = 60_000;

/** The ideas of the real café, table by table. */
export const ideasOf = plan.tables.map((table) => table.ideas.map((idea) => idea.text));
export const allIdeas = ideasOf.flat();

/** What the browser says by itself while a link is down; the pages say it in their own words. */
const lostLink = /WebSocket connection to .* failed|net::ERR_(CONNECTION|INTERNET|NETWORK|FAILED)/;
/** The facilitator's page asks which formats the server offers. */
const formatProbe = /status of 404/;

/** The words as a page may break them: a space there may be one that does not break. */
export function words(text, flags = '') {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(literal.replace(/\s+/g, '\\s+'), flags);
}

export class Room {
  server = new TestServer();
  links;
  /** Every page by its name, also those that were closed. */
  pages = {};
  #browser;
  #closed = [];

  async begin() {
    await this.server.start();
    ({ links: this.links } = await this.server.createCafe());
    this.#browser = await launch();
  }

  async end() {
    await this.#browser?.close();
    await this.server.close();
  }

  /** A device is switched on; `network` may put something between it and the server. */
  async open(name, link, size, network = async () => {}) {
    const page = await open(this.#browser, 'about:blank', sizes[size]);
    page.setDefaultTimeout(stepMs);
    await network(page);
    await page.goto(link);
    this.pages[name] = page;
    return page;
  }

  /** A network that can be cut for one tablet: `cut()` until `mend()`. */
  async cutter(page) {
    const sockets = new Set();
    let cut = false;
    await page.routeWebSocket(/\/live/, (tablet) => {
      if (cut) return void tablet.close();
      const cafe = tablet.connectToServer();
      sockets.add(() => {
        void cafe.close();
        void tablet.close();
      });
    });
    this.cut = async () => {
      cut = true;
      for (const close of sockets) close();
      sockets.clear();
      await page.context().setOffline(true);
    };
    this.mend = async () => {
      cut = false;
      await page.context().setOffline(false);
    };
  }

  async switchOff(name) {
    this.#closed.push(...this.troubles(name));
    await this.pages[name].context().close();
    delete this.pages[name];
  }

  get facilitator() {
    return this.pages.facilitator;
  }

  get screen() {
    return this.pages.screen;
  }

  /** The big button, and the step as the facilitator's page names it. */
  async next(step) {
    await this.facilitator.getByRole('button', { name: words(`Suivant : ${step}`) }).click();
    await this.isStep(step);
  }

  isStep(step) {
    const now = this.facilitator.getByRole('region', { name: 'En ce moment' });
    return now.getByRole('heading', { name: step, exact: true }).waitFor();
  }

  async area(name, view) {
    await this.facilitator.getByRole('tab', { name: words(name), exact: true }).first().click();
    if (view) await this.facilitator.getByRole('tab', { name: view, exact: true }).click();
  }

  /** Ideas are written by the facilitator for a table without a tablet. */
  async writeFor(table, ideas) {
    await this.area('Idées', 'Toutes');
    const page = this.facilitator;
    const field = page.getByLabel('Écrire une idée', { exact: true });
    if (!(await field.isVisible())) await page.getByText('Écrire une idée pour une table').click();
    await page
      .getByRole('group', { name: 'Pour la table' })
      .getByRole('button', { name: String(table), exact: true })
      .click();
    for (const idea of ideas) await write(page, idea);
  }

  /** The server's own trace. */
  async trace(format) {
    const [, cafe, token] = /\/cafes\/([^/]+)\/facilitator#(.*)$/.exec(this.links.facilitator);
    const answer = await fetch(`${this.server.origin}/cafes/${cafe}/export/${format}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    assert.equal(answer.status, 200, `export of ${format}`);
    return answer.text();
  }

  /** The ideas of the café that are among `wanted`, each as often as the server has it. */
  async kept(wanted) {
    const { ideas } = JSON.parse(await this.trace('json'));
    return ideas.map(({ text }) => text).filter((text) => wanted.includes(text));
  }

  /** All these ideas are in the café, each of them once. */
  async arrived(ideas) {
    const wanted = ideas.toSorted();
    const end = Date.now() + stepMs;
    let kept = [];
    while (Date.now() < end) {
      kept = (await this.kept(ideas)).toSorted();
      if (kept.length >= wanted.length) break;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    assert.deepEqual(kept, wanted);
  }

  /** What a page has complained about. */
  troubles(name) {
    return this.pages[name].troubles
      .filter((trouble) => !formatProbe.test(trouble))
      .map((trouble) => `${name}: ${trouble}`);
  }

  allTroubles() {
    return [...this.#closed, ...Object.keys(this.pages).flatMap((name) => this.troubles(name))];
  }

  /** The link was lost on purpose: the browser's own words about it are no trouble. */
  forgiveLostLink() {
    for (const page of Object.values(this.pages)) {
      page.troubles = page.troubles.filter((trouble) => !lostLink.test(trouble));
    }
  }

  async shootAll(name) {
    for (const [device, page] of Object.entries(this.pages)) await shoot(page, `${name}-${device}`);
  }
}

/** The captain's or guest's field: Enter adds, and the field is empty again. */
export async function write(page, idea) {
  const field = page.getByLabel('Écrire une idée', { exact: true });
  await field.fill(idea);
  await field.press('Enter');
  await page.waitForFunction((element) => element.value === '', await field.elementHandle());
}

export function tab(page, name) {
  return page.getByRole('tab', { name, exact: true }).click();
}

/** A switch shows what the café says: it turns when the server has said yes. */
export async function turn(page, label, on) {
  const box = page.getByLabel(label);
  if ((await box.isChecked()) !== on) await box.click();
  await box.and(page.locator(on ? ':checked' : ':not(:checked)')).waitFor();
}

export function nothingWaits(page) {
  return page.getByText(/en attente/).first().waitFor({ state: 'detached', timeout: stepMs });
}
