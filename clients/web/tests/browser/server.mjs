// A real server with a data folder of its own, for the tests that look through a browser.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const readyMs = 20_000;
const stopMs = 10_000;

/** The real café. */
export const planFile = fileURLToPath(
  new URL('../../../../demo/cafe-energie.json', import.meta.url),
);
export const plan = JSON.parse(readFileSync(planFile, 'utf8'));

export class TestServer {
  #binary;
  #data = mkdtempSync(join(tmpdir(), 'rebond-browser-'));
  #listen = '127.0.0.1:0';
  #process;
  /** Where it listens, e.g. "http://127.0.0.1:40123"; the same over a restart. */
  origin = '';

  constructor(binary = process.env.REBOND_SERVER) {
    if (!binary) throw new Error('set REBOND_SERVER to the path of rebond-server');
    this.#binary = binary;
  }

  async start() {
    const options = ['--data', this.#data, '--listen', this.#listen, '--log-level', 'warn'];
    // The pages from a folder, while the binary has none in it.
    if (process.env.REBOND_WEB_ROOT) options.push('--web-root', process.env.REBOND_WEB_ROOT);
    const child = spawn(this.#binary, options, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = child;
    this.origin = await listeningAt(child);
    this.#listen = new URL(this.origin).host;
  }

  /** As the hall's laptop does when it is shut down in order. */
  async stop() {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), stopMs);
    await gone;
    clearTimeout(late);
  }

  /** As when somebody pulls the plug. */
  async kill() {
    const child = this.#process;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async close() {
    await this.stop();
    rmSync(this.#data, { recursive: true, force: true });
  }

  /** The links of a new café. */
  async createCafe(document = plan) {
    const answer = await fetch(`${this.origin}/cafes`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(document),
    });
    if (!answer.ok) throw new Error(`POST /cafes: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}

function listeningAt(child) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the server did not listen in time')), readyMs);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const origin = /listening on (http:\/\/\S+)/.exec(line)?.[1];
      if (!origin) return;
      clearTimeout(late);
      child.removeAllListeners('exit');
      resolve(origin);
    });
  });
}
