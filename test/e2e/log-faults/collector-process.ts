import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { Reaction } from '../../../src/domain/reaction.js';

/** A real collector in a process of its own, which can be killed and started again on the same database. */
export class CollectorProcess {
  readonly #data: string;
  #port = 0;
  #child: ChildProcess | undefined;
  #restarted: Promise<void> = Promise.resolve();
  /** Asked for, and not begun. */
  #nextRestart: Promise<void> | undefined;

  constructor(data: string) {
    this.#data = data;
  }

  get port(): number {
    return this.#port;
  }

  async startFresh(origin: string): Promise<void> {
    rmSync(this.#data, { recursive: true, force: true });
    mkdirSync(this.#data, { recursive: true });
    this.#port = await findFreePort();
    await this.start(origin);
  }

  async start(origin: string): Promise<void> {
    const options = ['--port', String(this.#port), '--data', this.#data, '--origin', origin];
    this.#child = spawn(process.execPath, ['dist/cli/main.js', 'collector', ...options], { stdio: 'ignore' });
    for (let tries = 0; tries < 600; tries += 1) {
      if (await this.#answers()) return;
      await wait(25);
    }
    throw new Error('The collector does not start.');
  }

  /** `SIGKILL` gives it no time for anything; `SIGTERM` lets it finish what it took. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  /**
   * Ends it and starts it again. Those who want that while it is being started have the next end together: one end
   * straight after the other would leave nobody the time to send anything.
   */
  restart(signal: 'SIGKILL' | 'SIGTERM', awayMs: number, origin: string): Promise<void> {
    this.#nextRestart ??= this.#restarted.then(async () => {
      this.#nextRestart = undefined;
      await this.end(signal);
      await wait(awayMs);
      await this.start(origin);
    });
    return (this.#restarted = this.#nextRestart);
  }

  /** Every reaction that it stored for a graph, in the order of the file. */
  async read(graph: string): Promise<readonly Reaction[]> {
    const token = readFileSync(join(this.#data, 'reader-token'), 'utf8').trim();
    const response = await fetch(`http://127.0.0.1:${this.#port}/reactions.jsonl?graph=${graph}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`The collector answers a reader with ${response.status}.`);
    const lines = (await response.text()).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Reaction);
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`http://127.0.0.1:${this.#port}/health`)).ok;
    } catch {
      // Not yet.
      return false;
    }
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
