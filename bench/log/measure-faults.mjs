import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { findBrowser } from '../../scripts/find-browser.mjs';
import { rounded } from '../statistics.mjs';
import { loadTrials } from './load-trials.mjs';
import { makeProfile } from './open-profile.mjs';

/** Every fault of the tests, so many trials each. */
export async function* measureFaults({ trials }, say) {
  const { CollectorProcess, FAULTS, Front, runTrials } = await loadTrials();
  const folder = makeProfile();
  const collector = new CollectorProcess(join(folder, 'collector'));
  const front = new Front(() => collector.port);
  const launch = { executablePath: findBrowser(), headless: true };
  await front.listen();
  await collector.startFresh(front.origin);
  const browser = await chromium.launch(launch);
  try {
    for (const fault of FAULTS) {
      const began = performance.now();
      const verdicts = await runTrials(fault, trials, { front, collector, browser, launch, folder });
      const line = sumUp(fault.name, verdicts, performance.now() - began);
      say(`${fault.name}: ${line.acknowledged} acknowledged, ${line.lost} lost, ${line.keptTwice} kept twice`);
      yield line;
    }
  } finally {
    await browser.close();
    await collector.end('SIGTERM');
    front.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sumUp(fault, verdicts, ms) {
  const sum = (count) => verdicts.reduce((total, verdict) => total + count(verdict), 0);
  return {
    bench: 'log',
    measurement: 'fault',
    fault,
    trials: verdicts.length,
    acknowledged: sum(({ acknowledged }) => acknowledged),
    lost: sum(({ lost }) => lost.length),
    keptTwice: sum(({ twice }) => twice.length),
    outOfOrder: sum(({ outOfOrder, sharedNumbers }) => outOfOrder.length + sharedNumbers.length),
    seconds: rounded(ms / 1_000),
  };
}
