import type { Browser, LaunchOptions } from '@playwright/test';

import { chanceFrom } from './chance.js';
import type { CollectorProcess } from './collector-process.js';
import type { Fault } from './faults.js';
import type { Front } from './front.js';
import { judgeInTheEnd, type Verdict } from './verdict.js';

export interface Surroundings {
  readonly front: Front;
  readonly collector: CollectorProcess;
  readonly browser: Browser;
  readonly launch: LaunchOptions;
  readonly folder: string;
}

/** Runs a fault so many times, a few abreast, each with a chance that is the same in every run. */
export async function runTrials(fault: Fault, count: number, surroundings: Surroundings): Promise<readonly Verdict[]> {
  const waiting = Array.from({ length: count }, (_, index) => index);
  const verdicts: Verdict[] = [];
  const runSome = async (): Promise<void> => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      verdicts.push(await runTrial(fault, index, surroundings));
    }
  };
  await Promise.all(Array.from({ length: fault.abreast }, runSome));
  return verdicts;
}

async function runTrial(fault: Fault, index: number, surroundings: Surroundings): Promise<Verdict> {
  const seed = seedOf(fault.name);
  const name = `t${seed}-${index}`;
  const { acknowledged, close } = await fault.run({ ...surroundings, name, chance: chanceFrom(seed + index) });
  const verdict = await judgeInTheEnd(surroundings.collector, name, acknowledged);
  await close();
  return verdict;
}

const seedOf = (name: string): number => [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7);
