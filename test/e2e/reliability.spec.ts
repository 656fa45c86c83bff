import { expect, test } from '@playwright/test';

import { CollectorProcess } from './log-faults/collector-process.js';
import { FAULTS } from './log-faults/faults.js';
import { Front } from './log-faults/front.js';
import { runTrials } from './log-faults/run-trials.js';

// A trace takes a picture of every page at every step, and is most of what these trials would wait for.
test.use({ trace: 'off' });
// Who was refused again and again comes back only after a while, and ten trials share the processor.
test.describe.configure({ timeout: 240_000 });

const TRIALS = Number(process.env.FOLLOWUP_TRIALS ?? 10);

/**
 * What can go wrong between an answer and the store, in a real browser with a real collector. Chance has a fixed seed.
 * What is promised: every choice whose effect the viewer saw is stored, once, in order.
 */
test.describe('whatever goes wrong, every answer arrives once and in order', () => {
  const collector = new CollectorProcess('test-results/faults/collector');
  const front = new Front(() => collector.port);

  test.beforeAll(async () => {
    await front.listen();
    await collector.startFresh(front.origin);
  });

  test.afterAll(async () => {
    front.close();
    await collector.end('SIGTERM');
  });

  for (const fault of FAULTS) {
    test(fault.name, async ({ browser, launchOptions }) => {
      const launch = { ...launchOptions, headless: true };
      const folder = 'test-results/faults/profiles';

      const verdicts = await runTrials(fault, TRIALS, { front, collector, browser, launch, folder });

      const all = <Key extends 'lost' | 'twice' | 'outOfOrder' | 'sharedNumbers'>(key: Key) =>
        verdicts.flatMap((verdict) => verdict[key]);
      expect(verdicts).toHaveLength(TRIALS);
      expect(Math.min(...verdicts.map(({ acknowledged }) => acknowledged))).toBeGreaterThanOrEqual(3);
      expect(all('lost')).toEqual([]);
      expect(all('twice')).toEqual([]);
      expect(all('outOfOrder')).toEqual([]);
      expect(all('sharedNumbers')).toEqual([]);
    });
  }
});
