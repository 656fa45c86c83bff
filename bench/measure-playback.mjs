import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { findBrowser } from '../scripts/find-browser.mjs';
import { top } from '../scripts/run.mjs';
import { installFrameProbe } from './frame-probe.mjs';
import { serveLoopback } from './serve-loopback.mjs';
import { median, summary } from './statistics.mjs';

const SWITCHES = 25;
const NAVIGATIONS = 15;
/** As long as somebody takes who knows what they want. */
const THINKING_MS = 1_000;
const MEDIA = join(top, 'demo/public/media');

/** Plays the built package and the plainest page that does the same, in turns, and compares what a viewer waits for. */
export async function* measurePlayback(say) {
  const [one, two] = readdirSync(MEDIA).filter((name) => name.endsWith('.mp4'));
  const server = await serveLoopback(pages(`/media/${one}`, `/media/${two}`), {
    '/lib/': join(top, 'dist/cdn'),
    '/media/': MEDIA,
  });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--autoplay-policy=no-user-gesture-required', '--mute-audio'],
  });
  try {
    say(`Measuring ${SWITCHES} switches a way …`);
    yield await compareSwitches(browser, server.address);
    say(`Measuring ${NAVIGATIONS} navigations a way …`);
    yield* await compareNavigations(browser, server.address);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function compareSwitches(browser, address) {
  const player = await openPage(browser, `${address}/player.html`, { answerNotice: true });
  const swap = await openPage(browser, `${address}/swap.html`);
  const ours = [];
  const theirs = [];
  for (let trial = 0; trial < SWITCHES; trial += 1) {
    ours.push(await timeSwitch(player, player.getByRole('button', { name: 'Next clip' })));
    theirs.push(await timeSwitch(swap, swap.getByRole('button', { name: 'Next clip' })));
  }
  await Promise.all([player.context().close(), swap.context().close()]);
  return comparison('answer click → next picture', ours, 'bare <video>, new src', theirs);
}

/** Brings the clip to its end, thinks, clicks, and waits for the picture of the other clip. */
async function timeSwitch(page, button) {
  await page.bringToFront();
  await page.waitForFunction(() => globalThis.frameProbe.video?.duration > 0);
  await page.evaluate(() => {
    const { video } = globalThis.frameProbe;
    video.currentTime = video.duration - 0.2;
  });
  await page.waitForFunction(() => globalThis.frameProbe.video.paused || globalThis.frameProbe.video.ended);
  await button.waitFor();
  await page.waitForTimeout(THINKING_MS);
  await page.evaluate(() => globalThis.frameProbe.arm());
  await button.click();
  const switched = await page.waitForFunction(() => globalThis.frameProbe.switched);
  return switched.jsonValue();
}

async function compareNavigations(browser, address) {
  const notices = [];
  const ours = [];
  const theirs = [];
  for (let trial = 0; trial < NAVIGATIONS; trial += 1) {
    const player = await openPage(browser, `${address}/player.html`, { answerNotice: true });
    ours.push(await firstFrame(player));
    notices.push(await player.evaluate(() => globalThis.frameProbe.notice));
    await player.context().close();
    const bare = await openPage(browser, `${address}/bare.html`);
    theirs.push(await firstFrame(bare));
    await bare.context().close();
  }
  return [
    comparison('navigation → first frame, notice answered at once', ours, 'bare <video autoplay muted>', theirs),
    { measure: 'playback', what: 'navigation → notice', ...summary(notices) },
  ];
}

async function firstFrame(page) {
  return (await page.waitForFunction(() => globalThis.frameProbe.firstFrame)).jsonValue();
}

/** Each page has a context, and so a cache and a storage, of its own. */
async function openPage(browser, address, { answerNotice = false } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.addInitScript(installFrameProbe);
  if (answerNotice) await page.addInitScript(() => (globalThis.frameProbe.answerNotice = true));
  await page.goto(address, { waitUntil: 'commit' });
  return page;
}

function comparison(what, ours, baseline, theirs) {
  const { medianMs, p95Ms } = summary(theirs);
  return {
    measure: 'playback',
    what,
    ...summary(ours),
    baseline,
    baselineMedianMs: medianMs,
    baselineP95Ms: p95Ms,
    ratio: Math.round((median(ours) / median(theirs)) * 100) / 100,
  };
}

function pages(one, two) {
  const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>${body}</html>`;
  const scene = (src, question, to) => ({
    title: question,
    text: 'A clip of the bench.',
    clip: { sources: [{ src }], captions: [] },
    question: {
      id: question,
      type: 'single-choice',
      prompt: 'Go on?',
      options: [
        { id: 'next', label: 'Next clip' },
        { id: 'end', label: 'To the end' },
      ],
    },
    branches: [{ to: 'end', when: { type: 'answer', question, option: 'end' } }, { to }],
  });
  const graph = {
    format: 1,
    id: 'bench',
    version: '1',
    language: 'en',
    title: 'Bench',
    notice: { collector: 'Bench', purpose: 'None.', readers: 'Nobody.', retentionDays: 1 },
    start: 'one',
    scenes: {
      one: scene(one, 'first', 'two'),
      two: scene(two, 'second', 'one'),
      end: { title: 'End', text: 'The end.', ending: {} },
    },
  };
  return {
    '/graph.json': JSON.stringify(graph),
    '/player.html': page(
      '<script type="module" src="/lib/followup-player.min.js"></script>' +
        '<followup-player src="/graph.json"></followup-player>',
    ),
    '/swap.html': page(
      `<video autoplay muted playsinline width="960" src="${one}"></video><button>Next clip</button><script>
        const video = document.querySelector('video');
        const clips = ${JSON.stringify([one, two])};
        let shown = 0;
        document.querySelector('button').onclick = () => {
          video.src = clips[(shown = 1 - shown)];
          video.play();
        };
      </script>`,
    ),
    '/bare.html': page(`<video autoplay muted playsinline width="960" src="${one}"></video>`),
  };
}
