import { setTimeout as sleep } from 'node:timers/promises';

import { LINES } from './cells.mjs';
import { makeClips } from './make-clips.mjs';
import { firstLine } from './measure-switches.mjs';
import { openBrowser, openContext, waitForProbe } from './open-page.mjs';
import { makeSite } from './pages.mjs';
import { startShapedServer } from './shaped-server.mjs';

const ANSWERS = 2;
const SIZE = 'small';
/** A viewing is so old when it is taken up again: sooner than the probe skips to the clip's end. */
const WATCHED_MS = 300;

const WAYS = {
  bare: (context, { address }) => openOnce(context, `${address}/bare.html`),
  'bare, later': (context, { address }) => openOnce(context, `${address}/bare-later.html`),
  player: (context, { address }) => openOnce(context, `${address}/early.html`),
  'graph alone': (context, { address }) => openOnce(context, `${address}/player.html`),
  resumed: async (context, { address, hangUp }) => {
    const page = await openOnce(context, `${address}/player.html`);
    await waitForProbe(page, () => globalThis.playbackProbe.firstMovingMs);
    await sleep(WATCHED_MS);
    await page.close();
    hangUp();
    return openOnce(context, `${address}/player.html`);
  },
};

/**
 * From the navigation to the first picture, on every line that does not drop: a bare page, one that begins in the midst of
 * the clip, ours with the first clip's video in its tag, ours by the graph alone, and ours taken up again. Yields a line for each visit that is not known.
 */
export async function* measureNavigation({ lines, trials, isKnown = () => false, say }) {
  const media = await makeClips(SIZE, [0, 1, 8, 9], say);
  for (const line of lines) {
    const plan = Array.from({ length: trials }, (_, trial) => Object.keys(WAYS).map((way) => ({ way, trial }))).flat();
    const open = plan.map((one) => ({ measure: 'visit', line, ...one })).filter((one) => !isKnown(one));
    if (open.length === 0) continue;
    say(`Navigation, ${line}: ${open.length} visits …`);
    const opened = await openBrowser();
    try {
      // The first of each way warms the browser and packs the scripts, and is not counted.
      for (const way of Object.keys(WAYS)) await navigate(opened, line, way, media).catch(() => {});
      for (const visit of open) {
        yield await navigate(opened, line, visit.way, media).then(
          (found) => ({ ...visit, ...found }),
          (error) => ({ ...visit, fault: firstLine(error) }),
        );
      }
    } finally {
      await opened.browser.close();
    }
  }
}

async function navigate({ browser }, line, way, media) {
  const site = makeSite({ switches: 1, answers: ANSWERS, chosen: [0], media });
  const server = await startShapedServer(LINES[line], site);
  const context = await openContext(browser);
  try {
    const page = await WAYS[way](context, server);
    const firstPictureMs = await waitForProbe(page, () => globalThis.playbackProbe.firstPictureMs);
    // A viewing that is taken up again waits for a tap, as browsers want it: it does not move by itself.
    const movingMs =
      way === 'resumed' ? undefined : await waitForProbe(page, () => globalThis.playbackProbe.firstMovingMs);
    const { origin, noticeMs } = await page.evaluate(() => ({
      origin: performance.timeOrigin,
      noticeMs: globalThis.playbackProbe.noticeMs,
    }));
    const scripts = (path) => path.endsWith('.js');
    const scriptBytes = server.countBytes(scripts, origin + firstPictureMs) - server.countBytes(scripts, origin);
    return { firstPictureMs, movingMs, noticeMs, scriptBytes };
  } finally {
    await context.close();
    await server.close();
  }
}

/** Opens a page whose browser has nothing in its cache. */
async function openOnce(context, address) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await page.goto(address, { waitUntil: 'commit' });
  return page;
}
