// Pictures of every page at every step and size, to be looked at:
//   node tests/browser/pictures.mjs DIR [STEP…]
// They are taken of the café that the pages hold in their own memory (`?fake`), served by Vite: any
// step with 25, 150 or 400 ideas is there at once. The real server's pictures are those that the
// tests take (REBOND_SHOTS=DIR).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { launch, sizes } from './browser.mjs';

const [folder, ...only] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tests/browser/pictures.mjs DIR [STEP…]');
  process.exit(2);
}

const loadMs = 60_000;
const wide = { width: 1280, height: 800 };

const steps = [
  'preparation',
  'welcome',
  'objective',
  'round-2',
  'move-1',
  'table-syntheses',
  'map-and-convergence',
  'expert',
  'action-plan',
  'thanks',
  'closed',
];

/** A café as large as the method wants it, and two that are larger. */
const halls = [
  { ideas: 25, tables: 3, groups: 5, people: 18, steps },
  {
    ideas: 150,
    tables: 7,
    groups: 9,
    people: 45,
    steps: ['round-2', 'table-syntheses', 'map-and-convergence', 'expert', 'action-plan'],
  },
  { ideas: 400, tables: 12, groups: 14, people: 90, steps: ['round-2', 'map-and-convergence'] },
];

const views = [
  { page: 'screen', name: 'screen-1920', size: sizes.screen },
  { page: 'screen', name: 'screen-1280', size: wide },
  { page: 'facilitator', name: 'facilitator-1280', size: sizes.laptop },
  { page: 'facilitator', name: 'facilitator-1024', size: sizes.tablet },
  { page: 'captain', name: 'captain-1024', size: sizes.tablet },
  { page: 'participant', name: 'participant-390', size: sizes.phone, query: 'joined' },
  { page: 'expert', name: 'expert-390', size: sizes.phone },
];

/** The facilitator's areas, once each, at the step where there is most to see in them. */
const areas = ['room', 'ideas', 'screen', 'actions', 'preparation', 'devices'];

mkdirSync(folder, { recursive: true });
const dev = await createServer({
  configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
  root: fileURLToPath(new URL('../..', import.meta.url)),
  server: { port: 0, host: '127.0.0.1' },
  logLevel: 'warn',
});
await dev.listen();
const origin = `http://127.0.0.1:${dev.httpServer.address().port}`;
const browser = await launch();

/** Letters are there, and what moves in has come to rest. */
async function settled() {
  await document.fonts.ready;
  const moving = document.getAnimations().filter((each) => {
    const { iterations = 1 } = each.effect?.getTiming() ?? {};
    return iterations !== Infinity;
  });
  await Promise.allSettled(moving.map((each) => each.finished));
}

async function shoot(name, page, size, query) {
  const context = await browser.newContext({ viewport: size, locale: 'fr-FR' });
  const tab = await context.newPage();
  tab.on('pageerror', (error) => console.error(`${name}: ${error}`));
  await tab.goto(`${origin}/cafes/x/${page}?fake&${query}`, { timeout: loadMs });
  await tab.locator('main > *').first().waitFor({ timeout: loadMs });
  await tab.getByText('Connecté').first().waitFor({ state: 'attached', timeout: loadMs });
  await tab.waitForLoadState('networkidle');
  await tab.evaluate(settled);
  await tab.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}

try {
  for (const { ideas, tables, groups, people, steps: shown } of halls) {
    const hall = `ideas=${ideas}&tables=${tables}&groups=${groups}&people=${people}`;
    for (const step of shown) {
      if (only.length > 0 && !only.includes(step)) continue;
      for (const { page, name, size, query = '' } of views) {
        await shoot(`${ideas}-${step}-${name}`, page, size, `${hall}&step=${step}&${query}`);
      }
    }
  }
  if (only.length === 0) {
    const hall = 'ideas=25&tables=3&groups=5&full&step=action-plan';
    for (const area of areas) {
      await shoot(`25-area-${area}`, 'facilitator', sizes.laptop, `${hall}&area=${area}`);
    }
  }
} finally {
  await browser.close();
  await dev.close();
}
