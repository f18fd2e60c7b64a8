// Puts a .gz file beside each file of a built folder.
//
// On plain http a browser accepts gzip only, so there is no Brotli here. Fonts do not shrink, but
// the server embeds and serves nothing but .gz files, so every file gets one.
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node scripts/gzip.mjs FOLDER');
  process.exit(2);
}

const files = readdirSync(folder, { recursive: true })
  .map((name) => join(folder, String(name)))
  .filter((file) => statSync(file).isFile() && !file.endsWith('.gz'))
  .sort();

let before = 0;
let after = 0;
for (const file of files) {
  const plain = readFileSync(file);
  const packed = gzipSync(plain, { level: constants.Z_BEST_COMPRESSION });
  // The byte that names the operating system, so that every machine writes the same file.
  packed[9] = 255;
  writeFileSync(`${file}.gz`, packed);
  before += plain.length;
  after += packed.length;
}
console.log(`${files.length} files, ${before} bytes, ${after} compressed`);
