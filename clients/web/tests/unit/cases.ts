// The recorded cases that the server's tests run too: tests/cases/README.md.
import { readFileSync } from 'node:fs';

const folder = new URL('../../../../tests/cases/', import.meta.url);

export function recordedCases<Case>(file: string): Case[] {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case[];
}
