import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { aUuid, anAnswer } from '../collector/reactions.js';
import { findTestPostgres } from '../shared/postgres.js';

const server = await findTestPostgres();

/** Within the project, so that the bundle finds its dependencies. */
const out = resolve('node_modules/.followup-kill-test');
let data: string;
let database: readonly string[] = [];
let child: ChildProcess | undefined;

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: resolve('src/cli/main.ts'), outDir: out, emptyOutDir: true, target: 'node20' },
  });
}, 60_000);

afterAll(async () => {
  rmSync(out, { recursive: true, force: true });
  await server?.stop();
});

afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

/** Starts the real program and resolves to where it listens. */
async function start(): Promise<string> {
  const started = spawn(
    process.execPath,
    [join(out, 'main.js'), 'collector', '--port', '0', '--data', data, ...database],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  child = started;
  let heard = '';
  return new Promise((resolveAddress, reject) => {
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      const address = /listens at (\S+)\n[^]*reading token/.exec(heard)?.[1];
      if (address) resolveAddress(address);
    });
    started.once('exit', (code) => reject(new Error(`The collector ended by itself with ${code}. ${heard}`)));
  });
}

async function end(signal: NodeJS.Signals): Promise<number | null> {
  const ending = child;
  if (!ending) return null;
  const ended = new Promise<number | null>((resolveCode) => ending.once('exit', resolveCode));
  ending.kill(signal);
  return ended;
}

/** Sends one batch after the other on several lines until the collector is gone; hears which ids it acknowledged. */
async function sendUntilGone(address: string, line: number, acknowledged: Set<string>): Promise<void> {
  for (let sequence = 1; ; sequence += 5) {
    const reactions = Array.from({ length: 5 }, (_, index) =>
      anAnswer('team', { viewing: line, sequence: sequence + index, id: line * 1_000_000 + sequence + index }),
    );
    try {
      const response = await fetch(`${address}/reactions`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: JSON.stringify({ format: 1, reactions }),
      });
      const { stored } = (await response.json()) as { readonly stored: readonly string[] };
      stored.forEach((id) => acknowledged.add(id));
    } catch {
      // The collector was killed: that is what this waits for.
      return;
    }
  }
}

async function readIds(address: string): Promise<readonly string[]> {
  const token = readFileSync(join(data, 'reader-token'), 'utf8').trim();
  const response = await fetch(`${address}/reactions.jsonl`, { headers: { authorization: `Bearer ${token}` } });
  const text = await response.text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { readonly id: string }).id);
}

/** Tries by a fixed seed, so that a failure can be looked at again: how many acknowledgements until the kill. */
function killMoments(count: number): readonly number[] {
  let seed = 20_261_121;
  return Array.from({ length: count }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return 5 + (seed % 150);
  });
}

async function killAgainAndAgain(): Promise<void> {
  const acknowledged = new Set<string>();
  const moments = killMoments(5);
  for (const [index, moment] of moments.entries()) {
    const address = await start();
    const before = acknowledged.size;
    const sending = [1, 2, 3, 4].map((line) => sendUntilGone(address, (index + 1) * 10 + line, acknowledged));
    while (acknowledged.size < before + moment) await new Promise((resolveTurn) => setImmediate(resolveTurn));
    await end('SIGKILL');
    await Promise.all(sending);
  }

  const ids = await readIds(await start());

  expect(ids.length).toBe(new Set(ids).size);
  const kept = new Set(ids);
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThanOrEqual(moments.reduce((sum, moment) => sum + moment, 0));
  expect(ids).toContain(aUuid(11_000_001));
  expect(await end('SIGTERM')).toBe(0);
}

describe('followup-player collector, killed in the middle of work again and again', () => {
  it('has everything that it acknowledged in its file, each once', async () => {
    data = mkdtempSync(join(tmpdir(), 'followup-kill-'));
    database = [];

    await killAgainAndAgain();
  }, 120_000);

  it.skipIf(!server)(
    'has everything that it acknowledged in PostgreSQL, each once',
    async () => {
      data = mkdtempSync(join(tmpdir(), 'followup-kill-'));
      const name = `kill_${randomUUID().slice(0, 8)}`;
      await server?.ask(`CREATE DATABASE ${name}`);
      database = ['--database', Object.assign(new URL(server?.url ?? ''), { pathname: `/${name}` }).href];

      await killAgainAndAgain();

      await server?.ask(`DROP DATABASE ${name} WITH (FORCE)`);
    },
    120_000,
  );
});
