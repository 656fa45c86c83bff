import { setTimeout as sleep } from 'node:timers/promises';

import { median, p95, rounded } from '../statistics.mjs';
import { LINES } from './cells.mjs';
import { makeClips } from './make-clips.mjs';
import { firstLine } from './measure-switches.mjs';
import { openBrowser, openContext, waitForProbe } from './open-page.mjs';
import { makeSite } from './pages.mjs';
import { startShapedServer } from './shaped-server.mjs';

const ANSWERS = 2;
const SIZE = 'small';
/** A viewing is so old when it is taken up again. */
const WATCHED_MS = 700;

const WAYS = {
  bare: (context, address) => openOnce(context, `${address}/bare.html`),
  player: (context, address) => openOnce(context, `${address}/early.html`),
  'graph alone': (context, address) => openOnce(context, `${address}/player.html`),
  resumed: async (context, address) => {
    const page = await openOnce(context, `${address}/player.html`);
    await waitForProbe(page, () => globalThis.playbackProbe.firstMovingMs);
    await sleep(WATCHED_MS);
    await page.close();
    return openOnce(context, `${address}/player.html`);
  },
};

/** From the navigation to the first picture, on every line that does not drop: a bare page, ours, ours taken up again. */
export async function* measureNavigation({ lines, trials, say }) {
  const media = await makeClips(SIZE, [0, 1, 8, 9], say);
  for (const line of lines) {
    say(`Navigation, ${line}: ${trials} a way …`);
    const opened = await openBrowser();
    try {
      const found = Object.fromEntries(Object.keys(WAYS).map((way) => [way, { times: [], faults: [] }]));
      // The first of each way warms the browser and packs the scripts, and is not counted.
      for (let trial = -1; trial < trials; trial += 1) {
        for (const way of Object.keys(WAYS)) {
          const { times, faults } = found[way];
          await navigate(opened, line, way, media).then(
            (time) => trial >= 0 && times.push(time),
            (error) => faults.push(firstLine(error)),
          );
        }
      }
      const bare = median(found.bare.times.map(({ firstPictureMs }) => firstPictureMs));
      yield* Object.entries(found).map(([way, { times, faults }]) => summarize(line, way, times, faults, bare));
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
    const page = await WAYS[way](context, server.address);
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

function summarize(line, way, times, faults, bareMedianMs) {
  const valuesOf = (name) => times.map((time) => time[name]).filter((value) => value !== undefined);
  const optional = (name, values) =>
    values.length > 0 ? { [`${name}MedianMs`]: rounded(median(values)), [`${name}P95Ms`]: rounded(p95(values)) } : {};
  const pictures = valuesOf('firstPictureMs');
  return {
    measure: 'navigation',
    line,
    way,
    trials: times.length,
    faults,
    ...optional('picture', pictures),
    ...optional('moving', valuesOf('movingMs')),
    ...optional('notice', valuesOf('noticeMs')),
    scriptBytes: Math.max(0, ...valuesOf('scriptBytes')),
    ratio: Math.round((median(pictures) / bareMedianMs) * 1_000) / 1_000,
  };
}
