import { readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { chromium, type Browser, type BrowserContext, type LaunchOptions } from '@playwright/test';

import { between, type Chance } from './chance.js';
import type { CollectorProcess } from './collector-process.js';
import type { Front } from './front.js';
import { Viewer, type Choice } from './viewer.js';

/** One trial: what it has to do with, and its own chance. */
export interface Trial {
  /** Names its graph, and its line to the collector. */
  readonly name: string;
  readonly chance: Chance;
  readonly front: Front;
  readonly collector: CollectorProcess;
  readonly browser: Browser;
  readonly launch: LaunchOptions;
  /** Where a browser of its own may keep its profile. */
  readonly folder: string;
}

export interface Outcome {
  /** The choices that the viewer saw the effect of, of each tab. */
  readonly acknowledged: readonly (readonly Choice[])[];
  /** Called after the verdict: what is still to be sent must have somebody to send it. */
  close(): Promise<void>;
}

/** Something that goes wrong while a viewer answers. */
export interface Fault {
  readonly name: string;
  /** Trials that may run beside one another. */
  readonly abreast: number;
  run(trial: Trial): Promise<Outcome>;
}

const ANSWERS = 12;
/** More of them would only wait for the processor. */
const ABREAST = 6;

/** In a browser context of its own; afterwards the viewer comes back, with all in order again. */
function inContext(
  name: string,
  goWrong: (viewer: Viewer, trial: Trial, context: BrowserContext) => Promise<Viewer | void>,
  {
    abreast = ABREAST,
    prepare,
    comesBack = true,
  }: { abreast?: number; prepare?: () => void; comesBack?: boolean } = {},
): Fault {
  return {
    name,
    abreast,
    async run(trial) {
      const context = await trial.browser.newContext();
      const viewer = new Viewer(context);
      await viewer.open(trial.front.page(trial.name), prepare);
      const other = await goWrong(viewer, trial, context);
      trial.front.setLine(trial.name, 'open');
      const acknowledged = [viewer, ...(other ? [other] : [])].map((one) => [...one.acknowledged]);
      if (comesBack) await comeBack(context, trial);
      return { acknowledged, close: () => context.close() };
    },
  };
}

async function comeBack(context: BrowserContext, { front, name }: Trial): Promise<void> {
  const page = await context.newPage();
  await page.goto(front.page(name));
}

/** Answers until some were acknowledged, and stops in the middle of more. */
async function answerSome(viewer: Viewer, { chance }: Trial): Promise<void> {
  await viewer.answer(60, chance, between(chance, 1, 15));
  await viewer.untilAcknowledged(Math.floor(between(chance, 3, ANSWERS)));
  await wait(between(chance, 0, 20));
}

async function answerAll(viewer: Viewer, { chance }: Trial, count = ANSWERS): Promise<void> {
  const before = viewer.acknowledged.length;
  await viewer.answer(count, chance, between(chance, 1, 15));
  await viewer.untilAcknowledged(before + count);
}

/** The line is like this while the viewer answers, who then closes the tab. */
const onLine = (name: string, line: Parameters<Front['setLine']>[1]): Fault =>
  inContext(name, async (viewer, trial) => {
    await answerAll(viewer, trial, 3);
    trial.front.setLine(trial.name, line);
    await answerAll(viewer, trial, ANSWERS - 3);
    await viewer.page.close();
  });

/** Each trial ends the collector once, while its viewer answers, who lives through what the trials beside it do as well. */
const collectorEnds = (name: string, signal: 'SIGKILL' | 'SIGTERM', awayMs: number): Fault =>
  inContext(name, async (viewer, trial) => {
    const { chance, collector, front } = trial;
    await viewer.answer(60, chance, between(chance, 50, 80));
    await viewer.untilAcknowledged(3);
    await collector.restart(signal, awayMs, front.origin);
    await viewer.untilAcknowledged(30);
    await viewer.page.close();
  });

const browserKilled: Fault = {
  name: 'the browser is killed',
  abreast: 3,
  async run(trial) {
    const profile = join(trial.folder, trial.name);
    rmSync(profile, { recursive: true, force: true });
    const first = await chromium.launchPersistentContext(profile, trial.launch);
    const viewer = new Viewer(first);
    trial.front.setLine(trial.name, trial.chance() < 0.5 ? 'down' : 'open');
    await viewer.open(trial.front.page(trial.name));
    await answerSome(viewer, trial);
    const pid = Number(/\d+$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[0]);
    process.kill(pid, 'SIGKILL');
    await first.close().catch(() => undefined);
    trial.front.setLine(trial.name, 'open');
    const acknowledged = [[...viewer.acknowledged]];
    rmSync(join(profile, 'SingletonLock'), { force: true });
    const second = await chromium.launchPersistentContext(profile, trial.launch);
    await comeBack(second, trial);
    return { acknowledged, close: () => second.close() };
  },
};

export const FAULTS: readonly Fault[] = [
  inContext('the tab is closed', async (viewer, trial) => {
    await answerSome(viewer, trial);
    await viewer.page.close();
  }),
  inContext('the viewer goes to another page', async (viewer, trial) => {
    await answerSome(viewer, trial);
    await viewer.page.goto('about:blank');
  }),
  inContext('the renderer is killed', async (viewer, trial, context) => {
    trial.front.setLine(trial.name, trial.chance() < 0.5 ? 'down' : 'open');
    await answerSome(viewer, trial);
    const session = await context.newCDPSession(viewer.page);
    // Never answered: nobody is left to.
    void session.send('Page.crash').catch(() => undefined);
    await viewer.page.waitForEvent('crash');
  }),
  browserKilled,
  collectorEnds('the collector is killed', 'SIGKILL', 0),
  collectorEnds('the collector is stopped for a while', 'SIGTERM', 300),
  onLine('nobody answers', 'down'),
  onLine('the collector answers 503', 'unavailable'),
  onLine('the collector is slow', 'slow'),
  onLine('answers get lost', 'no-answer'),
  inContext('the viewer is offline', async (viewer, trial, context) => {
    await answerAll(viewer, trial, 3);
    await context.setOffline(true);
    await answerAll(viewer, trial, ANSWERS - 3);
    await viewer.page.close();
    await context.setOffline(false);
  }),
  inContext('two tabs go on with one viewing', async (viewer, trial, context) => {
    await answerAll(viewer, trial, 4);
    const other = new Viewer(context);
    await other.open(trial.front.page(trial.name));
    // The second tab stands where the first stands: both answer the same questions, each in its own way.
    await Promise.all([answerAll(viewer, trial, 5), other.answer(5, trial.chance, 7)]);
    await other.untilAcknowledged(5);
    await other.page.close();
    await viewer.page.close();
    return other;
  }),
  inContext(
    'the disk is full',
    async (viewer, trial, context) => {
      await answerAll(viewer, trial, 3);
      const session = await context.newCDPSession(viewer.page);
      await session.send('Storage.overrideQuotaForOrigin', { origin: trial.front.origin, quotaSize: 1 });
      trial.front.setLine(trial.name, 'down');
      await answerAll(viewer, trial, 4);
      trial.front.setLine(trial.name, 'open');
      await answerAll(viewer, trial, 5);
    },
    { comesBack: false },
  ),
  inContext(
    'the clock jumps',
    async (viewer, trial) => {
      await answerAll(viewer, trial);
      await viewer.page.close();
    },
    {
      prepare() {
        const { now } = Date;
        const days = [0, 400, -20_000, 3_000_000, 1, -1];
        let turn = 0;
        Date.now = () => now() + (days[(turn += 1) % days.length] ?? 0) * 86_400_000;
      },
    },
  ),
];
