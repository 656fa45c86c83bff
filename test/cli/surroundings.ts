import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach } from 'vitest';

import { runCli } from '../../src/cli/run-cli.js';

/** A command line in a folder of its own, and what it said. */
export class Shell {
  folder = '';
  said: string[] = [];
  warned: string[] = [];

  run(
    args: readonly string[],
    env: Record<string, string> = {},
    untilStopped: () => Promise<void> = () => Promise.resolve(),
  ): Promise<number> {
    return runCli(args, {
      env,
      say: (line) => this.said.push(line),
      warn: (line) => this.warned.push(line),
      untilStopped,
    });
  }

  write(name: string, content: unknown): string {
    const file = join(this.folder, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    return file;
  }

  /** The record of who read what, as it stands on disk. */
  audit(): string {
    const folder = join(this.folder, 'audit');
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('');
  }

  /** Where the collector that was started says it listens. */
  get address(): string {
    return /listens at (\S+)/.exec(this.said.join('\n'))?.[1] ?? '';
  }
}

/** A new one for each test of this `describe`. */
export function useShell(): Shell {
  const shell = new Shell();
  beforeEach(() => {
    shell.folder = mkdtempSync(join(tmpdir(), 'followup-cli-'));
    shell.said = [];
    shell.warned = [];
  });
  afterEach(() => rmSync(shell.folder, { recursive: true, force: true }));
  return shell;
}

export function parseLines(text: string): readonly Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
