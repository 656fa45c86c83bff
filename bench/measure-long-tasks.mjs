import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { findBrowser } from '../scripts/find-browser.mjs';
import { top } from '../scripts/run.mjs';
import { installLongTaskWalk } from './long-task-walk.mjs';
import { serveLoopback } from './serve-loopback.mjs';
import { rounded } from './statistics.mjs';

const SLOWED = 4;
const TRIALS = 5;
const SITE = join(top, 'demo/public');
const PAGE = `<!doctype html>
<html lang="ja">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bench</title>
<script type="module" src="/lib/followup-player.min.js"></script>
<followup-player src="/graphs/asanagi.ja.json" collector="/collector"></followup-player>
</html>`;

/** Walks through the demo in the built package on a processor slowed down, and names every task over 50 ms. */
export async function* measureLongTasks(say) {
  const server = await serveLoopback(
    { '/page.html': PAGE },
    { '/lib/': join(top, 'dist/cdn'), '/media/': join(SITE, 'media'), '/graphs/': join(SITE, 'graphs') },
  );
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--autoplay-policy=no-user-gesture-required', '--mute-audio'],
  });
  try {
    say(`Measuring tasks over 50 ms, ${TRIALS} viewings on a processor slowed down ${SLOWED} times …`);
    const walks = [];
    for (let trial = 0; trial < TRIALS; trial += 1) walks.push(await walkOnce(browser, server.address));
    yield* summarize(walks);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function walkOnce(browser, address) {
  const context = await browser.newContext({ viewport: { width: 360, height: 720 }, locale: 'ja-JP' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  try {
    // The collector's word for "I have all of these".
    await page.route('**/collector/**', (route) => route.fulfill({ status: 409, body: '' }));
    await page.addInitScript(installLongTaskWalk);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    await page.goto(`${address}/page.html`, { waitUntil: 'commit' });
    for (;;) {
      await sleep(500);
      const walk = await readWalk(session);
      if (walk?.fault) throw new Error(walk.fault);
      if (walk?.isOver) return walk;
    }
  } finally {
    await context.close();
  }
}

/** Not by the driver's own evaluation, which brings a large script into the page. */
async function readWalk(session) {
  const { result } = await session.send('Runtime.evaluate', { expression: 'JSON.stringify(globalThis.longTaskWalk)' });
  return result.value && JSON.parse(result.value);
}

/** One line for each step, the tasks before the first picture by themselves. */
function summarize(walks) {
  const loading = 'before the first picture';
  const steps = [loading, ...walks[0].marks.map(({ step }) => step)];
  const stepOf = ({ marks, firstFrameMs }, { startMs }) =>
    startMs < firstFrameMs ? loading : marks.findLast((mark) => mark.startMs <= startMs)?.step;
  return steps.map((step) => {
    const found = walks.map((walk) => walk.tasks.filter((task) => stepOf(walk, task) === step));
    const times = found.flat().map(({ ms }) => ms);
    return {
      measure: 'long-tasks',
      step,
      slowed: SLOWED,
      trials: walks.length,
      trialsWithOne: found.filter(({ length }) => length > 0).length,
      tasks: times.length,
      longestMs: times.length > 0 ? rounded(Math.max(...times)) : undefined,
    };
  });
}
