import { rmSync } from 'node:fs';

import { serveLoopback } from '../serve-loopback.mjs';
import { median, summary } from '../statistics.mjs';
import { makeProfile, openProfile } from './open-profile.mjs';
import { COMMIT_PAGES, FOLDERS } from './pages.mjs';

const WARM_UP = 10;
/** Between two answers, so that one does not wait for what the other left to be flushed. */
const PAUSE_MS = 30;
const WAYS = ['player', 'log', 'bare'];

/** From a choice to its commit, each way in its turn. */
export async function* measureCommit({ answers }, say) {
  say(`Measuring ${answers} answers each way …`);
  const server = await serveLoopback(COMMIT_PAGES, FOLDERS);
  const profile = makeProfile();
  const context = await openProfile(profile);
  try {
    const turns = await takeTurns(await openAgreed(context, server.address), answers);
    const bare = median(turns.map((turn) => turn.bare));
    for (const way of WAYS) {
      const values = turns.map((turn) => turn[way]);
      const ratio = Math.round((median(values) / bare) * 100) / 100;
      yield { bench: 'log', measurement: 'commit', way, ...summary(values), ratioToBare: ratio };
    }
  } finally {
    await context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A viewer who agreed to be recorded, at the first question. */
async function openAgreed(context, address) {
  const page = await context.newPage();
  await page.goto(`${address}/commit.html`);
  await page.waitForFunction(() => globalThis.takeTurn !== undefined);
  await page.waitForFunction(() => {
    const [, unnamed] = globalThis.findAll(document, '[part~=choice]');
    unnamed?.click();
    return unnamed !== undefined;
  });
  return page;
}

async function takeTurns(page, count) {
  const turns = [];
  for (let turn = 0; turn < WARM_UP + count; turn += 1) {
    turns.push(await page.evaluate(() => globalThis.takeTurn()));
    await page.waitForTimeout(PAUSE_MS);
  }
  return turns.slice(WARM_UP);
}
