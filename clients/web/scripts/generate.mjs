// Makes src/gen from proto/rebond/v1 with the machine's protoc and protoc-gen-es.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const proto = join(web, '..', '..', 'proto');
const out = join(web, 'src', 'gen');
const next = join(web, 'node_modules', '.gen-next');

// Not for pages: what only the store holds.
const hidden = new Set(['private.proto']);
const files = readdirSync(join(proto, 'rebond', 'v1'))
  .filter((name) => name.endsWith('.proto') && !hidden.has(name))
  .map((name) => `rebond/v1/${name}`);

rmSync(next, { recursive: true, force: true });
mkdirSync(next, { recursive: true });
// The plugin is a script whose first line asks for `node`: the one that runs this must be it.
const path = dirname(process.execPath) + delimiter + (process.env.PATH ?? '');
execFileSync(
  process.env.PROTOC ?? 'protoc',
  [
    `-I${proto}`,
    `--plugin=${join(web, 'node_modules', '.bin', 'protoc-gen-es')}`,
    `--es_out=${next}`,
    '--es_opt=target=js+dts,import_extension=js',
    ...files,
  ],
  { stdio: 'inherit', env: { ...process.env, PATH: path } },
);
rmSync(out, { recursive: true, force: true });
renameSync(next, out);
