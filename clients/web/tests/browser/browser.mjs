// Debian's Chromium, driven by playwright-core: pages, pictures, and what axe finds on them.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const stepMs = 15_000;

export const sizes = {
  screen: { width: 1920, height: 1080 },
  tablet: { width: 1024, height: 768 },
  laptop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

export function launch() {
  return chromium.launch({
    executablePath: process.env.REBOND_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A device of its own: what it keeps is not shared with the others. */
export async function open(browser, url, viewport, { locale = 'fr-FR' } = {}) {
  const context = await browser.newContext({ viewport, locale });
  const page = await context.newPage();
  page.setDefaultTimeout(stepMs);
  page.troubles = [];
  page.on('pageerror', (error) => page.troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') page.troubles.push(message.text());
  });
  await page.goto(url);
  return page;
}

const folder = process.env.REBOND_SHOTS;
export const takesPictures = Boolean(folder);

/** A picture in the folder that REBOND_SHOTS names; nothing without it. */
export async function shoot(page, name) {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** What axe calls serious or critical, one line each. */
export async function seriousViolations(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join('; ')})`,
    );
}
