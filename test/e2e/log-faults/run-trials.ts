import type { Browser, LaunchOptions } from '@playwright/test';

import { chanceFrom } from './chance.js';
import type { CollectorProcess } from './collector-process.js';
import { closeContexts, type Fault } from './faults.js';
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
  const { collector } = surroundings;
  const verdicts: Verdict[] = [];
  const names = Array.from({ length: count }, (_, index) => `t${seedOf(fault.name)}-${index}`);
  for (let next = 0; next < count; next += fault.abreast) {
    const turn = names.slice(next, next + fault.abreast).map(async (name, index) => {
      const chance = chanceFrom(seedOf(fault.name) + next + index);
      const acknowledged = await fault.run({ ...surroundings, name, chance });
      return { name, acknowledged };
    });
    for (const { name, acknowledged } of await Promise.all(turn)) {
      verdicts.push(await judgeInTheEnd(collector, name, acknowledged));
    }
    await closeContexts();
  }
  return verdicts;
}

const seedOf = (name: string): number => [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7);
