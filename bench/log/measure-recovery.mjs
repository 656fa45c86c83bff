import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { makeBatch } from '../collector/batches.mjs';
import { serveLoopback } from '../serve-loopback.mjs';
import { rounded } from '../statistics.mjs';
import { loadTrials } from './load-trials.mjs';
import { makeProfile, openProfile } from './open-profile.mjs';
import { FOLDERS, recoveryPages } from './pages.mjs';

/** In one transaction: each would be a viewer's answer, which is not what is measured here. */
const AT_ONCE = 500;
const TIMEOUT_MS = 300_000;

/** How long a browser that starts again takes to deliver what waits in its log. */
export async function* measureRecovery({ pending }, say) {
  say(`Measuring the recovery of ${pending} reactions …`);
  const { CollectorProcess } = await loadTrials();
  const profile = makeProfile();
  const collector = new CollectorProcess(join(profile, 'collector'));
  const pages = {};
  const server = await serveLoopback(pages, FOLDERS);
  try {
    await collector.startFresh(server.address);
    Object.assign(pages, recoveryPages(`http://127.0.0.1:${collector.port}`));
    const ids = await fill(join(profile, 'browser'), server.address, pending);
    const seconds = await recover(join(profile, 'browser'), server.address, ids.length);
    const kept = (await collector.read('acme-2027')).map(({ id }) => id);
    const found = new Set(kept);
    yield {
      bench: 'log',
      measurement: 'recovery',
      pending: ids.length,
      seconds: rounded(seconds),
      lost: ids.filter((id) => !found.has(id)).length,
      keptTwice: kept.length - found.size,
    };
  } finally {
    await collector.end('SIGTERM');
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Resolves to the ids that are on disk, once that browser is gone. */
async function fill(profile, address, pending) {
  const context = await openProfile(profile);
  const page = await context.newPage();
  await page.goto(`${address}/fill.html`);
  await page.waitForFunction(() => globalThis.fill !== undefined);
  const reactions = [];
  while (reactions.length < pending) reactions.push(...makeBatch());
  for (let next = 0; next < reactions.length; next += AT_ONCE) {
    const durability = await page.evaluate((some) => globalThis.fill(some), reactions.slice(next, next + AT_ONCE));
    if (durability !== 'disk') throw new Error('The browser keeps the log in memory: there is nothing to recover.');
  }
  await context.close();
  return reactions.map(({ id }) => id);
}

/** Seconds from the navigation until so many were acknowledged. */
async function recover(profile, address, count) {
  const context = await openProfile(profile);
  try {
    const page = await context.newPage();
    await page.addInitScript(countReceipts, count);
    await page.goto(`${address}/recovery.html`);
    const ms = await page.waitForFunction(() => globalThis.recoveredAfterMs, undefined, { timeout: TIMEOUT_MS });
    return (await ms.jsonValue()) / 1_000;
  } finally {
    await context.close();
  }
}

/** Runs in the page: notes when the collector has acknowledged so many. */
function countReceipts(count) {
  const acknowledged = new Set();
  const { fetch } = globalThis;
  globalThis.fetch = async (...request) => {
    const response = await fetch(...request);
    if (!String(request[0]).includes('/reactions') || !response.ok) return response;
    const { stored, known } = await response.clone().json();
    for (const id of [...stored, ...known]) acknowledged.add(id);
    if (acknowledged.size >= count) globalThis.recoveredAfterMs ??= performance.now();
    return response;
  };
}
