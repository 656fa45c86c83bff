import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aUuid, anAnswer } from '../collector/reactions.js';

/** Within the project, so that the bundle finds its dependencies. */
const out = resolve('node_modules/.followup-kill-test');
let data: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: resolve('src/cli/main.ts'), outDir: out, emptyOutDir: true, target: 'node20' },
  });
  data = mkdtempSync(join(tmpdir(), 'followup-kill-'));
}, 60_000);

afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
});

/** Starts the real program and resolves to where it listens. */
async function start(): Promise<string> {
  const started = spawn(process.execPath, [join(out, 'main.js'), 'collector', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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

describe('followup-player collector', () => {
  it('has everything that it acknowledged after it was killed in the middle of work, each once', async () => {
    const acknowledged = new Set<string>();
    for (const round of [1, 2, 3]) {
      const address = await start();
      const before = acknowledged.size;
      const sending = [1, 2, 3, 4].map((line) => sendUntilGone(address, round * 10 + line, acknowledged));
      while (acknowledged.size < before + 60) await new Promise((resolveTurn) => setImmediate(resolveTurn));
      await end('SIGKILL');
      await Promise.all(sending);
    }

    const ids = await readIds(await start());

    expect(ids.length).toBe(new Set(ids).size);
    expect([...acknowledged].filter((id) => !ids.includes(id))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThanOrEqual(180);
    expect(ids).toContain(aUuid(11_000_001));
    expect(await end('SIGTERM')).toBe(0);
  }, 60_000);
});
