import { setTimeout as sleep } from 'node:timers/promises';

import { median } from '../statistics.mjs';
import { LINES } from './cells.mjs';
import { answerLabel, clipNumber, readMediaPath } from './make-graph.mjs';
import { openBrowser, openContext, waitForProbe } from './open-page.mjs';
import { makeSite } from './pages.mjs';
import { measureProcesses } from './process-memory.mjs';
import { startShapedServer } from './shaped-server.mjs';

/** A line goes down so long before the answer, if there is as much time to think. */
const DROPS_BEFORE_SECONDS = 0.5;

/**
 * Plays one page from its start through so many switches, in a browser and over a line of its own, so that no way can
 * disturb another one. `watch` is called after each switch.
 */
export async function playTurn({ cell, way, chosen, media, watch }) {
  const line = LINES[cell.line];
  const site = makeSite({ switches: chosen.length, answers: cell.answers, chosen, media });
  const server = await startShapedServer(line, site);
  const { browser, session } = await openBrowser();
  try {
    const context = await openContext(browser);
    const page = await context.newPage();
    await page.goto(`${server.address}/${way}.html`, { waitUntil: 'commit' });
    const switches = [];
    for (const [index, answer] of chosen.entries()) {
      const done = await playSwitch(page, { server, line, cell, answer, layer: index + 1 });
      switches.push({ ...done, memoryBytes: await measureProcesses(session) });
      await watch?.({ page, context, session, index });
    }
    await waitForProbe(page, (label) => globalThis.playbackProbe.findButton(label), answerLabel(0)).catch(() => {});
    return {
      switches: await finishSwitches(page, switches, server, chosen, media),
      doubledSoundFrames: await page.evaluate(() => globalThis.playbackProbe.doubledSoundFrames),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function playSwitch(page, { server, line, cell, answer, layer }) {
  const label = answerLabel(answer);
  await waitForProbe(page, (text) => globalThis.playbackProbe.findButton(text), label);
  const askedMs = performance.now();
  const leftMs = (seconds) => sleep(Math.max(0, askedMs + seconds * 1_000 - performance.now()));
  const before = layer > 1 ? await page.evaluate(() => globalThis.playbackProbe.result) : undefined;
  if (line.dropMs) {
    await leftMs(Math.max(0, cell.thinkingSeconds - DROPS_BEFORE_SECONDS));
    server.drop(line.dropMs);
  }
  await leftMs(cell.thinkingSeconds - 0.1);
  const place = await page.evaluate((text) => globalThis.playbackProbe.findButton(text), label);
  await page.mouse.move(place.x, place.y);
  await page.evaluate((number) => globalThis.playbackProbe.arm(number), clipNumber(layer, answer));
  await leftMs(cell.thinkingSeconds);
  await page.mouse.click(place.x, place.y);
  await waitForProbe(page, () => globalThis.playbackProbe.result?.movingMs);
  return { before, frameIntervals: await page.evaluate(() => globalThis.playbackProbe.frameIntervals) };
}

/** Stalls come after the moving picture, so a switch is known only when its clip has ended. */
async function finishSwitches(page, switches, server, chosen, media) {
  const last = await page.evaluate(() => globalThis.playbackProbe.result);
  return switches.map(({ frameIntervals, memoryBytes }, index) => {
    const layer = index + 1;
    const bytesOf = (isMeant) =>
      server.countBytes((path) => {
        const part = readMediaPath(path);
        return part?.layer === layer && isMeant(part);
      });
    const shownBytes = bytesOf(({ answer }) => answer === chosen[index]);
    return {
      answer: chosen[index],
      ...(switches[index + 1]?.before ?? last),
      frameMs: median(frameIntervals),
      memoryBytes,
      bytes: bytesOf(() => true),
      unshownBytes: bytesOf(({ answer }) => answer !== chosen[index]),
      shownBytes,
      clipBytes: media.get(clipNumber(layer, chosen[index])).clip.length,
    };
  });
}
