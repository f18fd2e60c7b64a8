// Installs the npm packages that package-lock.json names, unless they are there already.
//
//   node scripts/install.mjs NPM
//
// All build folders share one node_modules, so a second one must not take it away from the first.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
// npm writes this file last.
const installed = join(web, 'node_modules', '.package-lock.json');
const age = (file) => statSync(join(web, file)).mtimeMs;

const fresh =
  existsSync(installed) &&
  ['package-lock.json', '.npmrc'].every((file) => age(file) <= statSync(installed).mtimeMs);
if (!fresh) {
  const npm = process.argv[2] ?? 'npm';
  execFileSync(npm, ['ci', '--prefer-offline', '--loglevel=error'], { cwd: web, stdio: 'inherit' });
  const now = new Date();
  utimesSync(installed, now, now);
}
