import { writeFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { runSteps } from '../../scripts/steps.mjs';

type Step = Parameters<typeof runSteps>[0][number];

/** A step that leaves these numbers behind, or none at all. */
const step = (code: number, numbers?: { passed: number; failed: number; skipped: number }): Step => ({
  name: 'tests',
  readCounts: (found: unknown) => found,
  run: (file: string) => {
    if (numbers) writeFileSync(file, JSON.stringify(numbers));
    return Promise.resolve({ code, output: 'what it printed' });
  },
});
const whole = (code: number): Step => ({
  name: 'lint',
  run: () => Promise.resolve({ code, output: 'what it printed' }),
});

describe('runSteps', () => {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  });
  afterEach(() => vi.restoreAllMocks());

  it('ends with the sum over all steps', async () => {
    const passed = await runSteps([whole(0), step(0, { passed: 4, failed: 0, skipped: 0 })]);

    expect(passed).toBe(true);
    expect(lines.at(-1)).toBe('5 passed, 0 failed');
  });

  it('goes on after a step that failed, and shows what it printed', async () => {
    const passed = await runSteps([whole(1), step(1, { passed: 3, failed: 2, skipped: 0 }), whole(0)]);

    expect(passed).toBe(false);
    expect(lines).toContain('what it printed');
    expect(lines.at(-1)).toBe('4 passed, 3 failed');
  });

  it('counts a runner that died before it could count as failed', async () => {
    await runSteps([step(1)]);

    expect(lines.at(-1)).toBe('0 passed, 1 failed');
  });

  it('counts a step that ran nothing as failed', async () => {
    await runSteps([step(0, { passed: 0, failed: 0, skipped: 0 })]);

    expect(lines.at(-1)).toBe('0 passed, 1 failed');
  });

  it('believes the exit code where every test passed', async () => {
    await runSteps([step(1, { passed: 3, failed: 0, skipped: 0 })]);

    expect(lines.at(-1)).toBe('3 passed, 1 failed');
  });

  it('says loudly what was skipped', async () => {
    await runSteps([step(0, { passed: 3, failed: 0, skipped: 2 })]);

    expect(lines.join('\n')).toContain('2 SKIPPED');
  });
});
