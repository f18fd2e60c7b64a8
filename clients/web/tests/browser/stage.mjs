// What the tests of a file stand on: a real server and a browser, and what people do in many of them.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { launch } from './browser.mjs';
import { TestServer } from './server.mjs';

/** Set while tests run; with a server for each test, also its café's links. */
export let server;
export let browser;
export let links;

async function startServer() {
  server = new TestServer();
  await server.start();
}

/**
 * Registers the hooks of a file: one browser, whose pages are closed after each test, and one server
 * for all its tests, or with `serverEach` one with a café for each.
 */
export function setStage({ testMs, serverEach = false }) {
  const patience = { timeout: testMs };
  before(async () => {
    if (!serverEach) await startServer();
    browser = await launch();
  }, patience);
  after(async () => {
    await browser?.close();
    if (!serverEach) await server?.close();
  }, patience);
  if (serverEach) {
    beforeEach(async () => {
      await startServer();
      ({ links } = await server.createCafe());
    }, patience);
  }
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    if (serverEach) await server.close();
  });
}

/** An idea, typed where a captain or a guest writes. */
export async function write(page, text) {
  const field = page.getByLabel('Écrire une idée');
  await field.fill(text);
  await field.press('Enter');
}

/** The trace of the café as the server has it, for the link of its facilitator. */
export async function traceOf(facilitator) {
  const [, cafe, token] = /\/cafes\/([^/]+)\/facilitator#(.*)$/.exec(facilitator);
  const answer = await fetch(`${server.origin}/cafes/${cafe}/export/json`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  assert.equal(answer.status, 200);
  return answer.text();
}
