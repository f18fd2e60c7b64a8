// Says what each page loads before its first picture, and fails when a page is over its budget.
//
//   node scripts/sizes.mjs FOLDER    after scripts/gzip.mjs
//
// Counted is what travels: the .gz of the HTML, its scripts, its styles and the texts of one
// language. The font is said beside it: all pages share it, and can be read without it.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node scripts/sizes.mjs FOLDER');
  process.exit(2);
}

/** Compressed bytes; pages that are not named have no budget. */
const budgets = { captain: 150_000, participant: 150_000 };
const forGuests = new Set(['captain', 'participant', 'index']);

const assets = readdirSync(join(folder, 'assets')).filter((name) => !name.endsWith('.gz'));
const packed = (file) => statSync(join(folder, `${file}.gz`)).size;

/** The script and everything that it imports before it runs. */
function withImports(script, seen = new Set()) {
  if (seen.has(script)) return seen;
  seen.add(script);
  const code = readFileSync(join(folder, 'assets', script), 'utf8');
  for (const [, next] of code.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) {
    withImports(next, seen);
  }
  return seen;
}

/** The longer of the two languages. */
function texts(page) {
  const names = forGuests.has(page)
    ? [/^fr-core-/, /^en-core-/]
    : [/^fr-(?!core-)/, /^en-(?!core-)/];
  const sizes = names.map((pattern) => {
    const chunk = assets.find((name) => pattern.test(name) && name.endsWith('.js'));
    return chunk ? [...withImports(chunk)] : [];
  });
  const weight = (files) => files.reduce((sum, name) => sum + packed(join('assets', name)), 0);
  return sizes.sort((a, b) => weight(b) - weight(a))[0] ?? [];
}

const font = assets.find((name) => name.includes('latin-wght') && name.endsWith('.woff2'));
let over = false;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
  const page = file.replace('.html', '');
  const html = readFileSync(join(folder, file), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(([, name]) => name);
  const scripts = named.filter((name) => name.endsWith('.js'));
  const files = new Set([...named, ...texts(page)]);
  for (const script of scripts) withImports(script).forEach((each) => files.add(each));
  const bytes = [...files].reduce((sum, name) => sum + packed(join('assets', name)), packed(file));
  const budget = budgets[page];
  const tooMuch = budget !== undefined && bytes > budget;
  over ||= tooMuch;
  const kilobytes = (n) => `${(n / 1000).toFixed(1)} kB`;
  const limit = budget === undefined ? '' : ` of ${kilobytes(budget)}${tooMuch ? ' TOO MUCH' : ''}`;
  console.log(`${page}: ${kilobytes(bytes)}${limit}, ${files.size + 1} files`);
}
if (font) console.log(`font: ${(packed(join('assets', font)) / 1000).toFixed(1)} kB`);
process.exit(over ? 1 : 0);
