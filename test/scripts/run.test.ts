import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { run } from '../../scripts/run.mjs';

const node = (code: string, options?: Parameters<typeof run>[2]) => run(process.execPath, ['-e', code], options);

/** A process that has ended, and that nobody has asked about yet, still has its number: state Z, where there is a /proc. */
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

describe('run', () => {
  it('gives the exit code and all that was printed', async () => {
    const result = await node("console.log('out'); console.error('err'); process.exitCode = 3;");

    expect(result).toEqual({ code: 3, output: expect.stringMatching(/out\n|err\n/) });
  });

  it('says so when the program is not there', async () => {
    const { code, output } = await run('no-such-program', []);

    expect(code).toBe(127);
    expect(output).toContain('no-such-program could not be started');
  });

  it('stops a program that takes too long', async () => {
    const { code, output } = await node('setInterval(() => {}, 1000);', { timeoutMs: 300 });

    expect(code).toBe(124);
    expect(output).toContain('Stopped after');
  });

  it('leaves nothing behind that the program started', async () => {
    const { output } = await node(`
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      child.unref();
      console.log(child.pid);
    `);

    // The signal is sent by now; the kernel may still be at it.
    for (let attempt = 0; attempt < 50 && isAlive(Number(output)); attempt += 1) await wait(20);
    expect(Number(output)).toBeGreaterThan(0);
    expect(isAlive(Number(output))).toBe(false);
  });
});
