import { expect, test, type Frame, type Page } from '@playwright/test';

import { findBrowser } from '../../scripts/find-browser.mjs';
import { CollectorProcess } from './log-faults/collector-process.js';
import { chooseRecording, ownLog, runOut, video, WORDS } from './site.js';
import { openStrangeSite, type StrangeSite } from './strange-site.js';

// The test runner switches off that browsers part the storage of frames by the page around them. This switches it on.
test.use({
  launchOptions: {
    executablePath: findBrowser(),
    args: [
      '--autoplay-policy=no-user-gesture-required',
      '--mute-audio',
      '--disable-features=Translate,HttpsUpgrades,MediaRouter',
    ],
  },
});

test.describe('a frame on a page of another site', () => {
  const collector = new CollectorProcess('test-results/frame/collector');
  let site: StrangeSite;

  test.beforeAll(async ({ baseURL }) => {
    site = await openStrangeSite(baseURL ?? '', () => `http://127.0.0.1:${collector.port}`);
    // A sandboxed frame has no origin that could be listed.
    await collector.startFresh('*');
  });

  test.afterAll(async () => {
    site.close();
    await collector.end('SIGTERM');
  });

  const clip = (frame: Frame | Page) => video(frame).evaluate((one: HTMLVideoElement) => one.currentSrc);
  const stored = async () => (await collector.read('asanagi')).map(({ id }) => id);

  async function openFrame(page: Page, sandbox?: string): Promise<Frame> {
    await page.goto(site.host(sandbox));
    await expect.poll(() => page.frame({ url: site.framed })?.url()).toBe(site.framed);
    return page.frame({ url: site.framed }) as Frame;
  }

  test('that is sandboxed, so that storage throws: it plays, keeps the log in memory, and sends it', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const faults: string[] = [];
      Object.assign(window, { faults });
      document.addEventListener('followup-error', ({ error }) => faults.push(error.code));
    });
    const frame = await openFrame(page, 'allow-scripts');
    const refusal = await frame.evaluate(() => {
      try {
        return indexedDB.open('any').readyState;
      } catch (error) {
        return (error as DOMException).name;
      }
    });
    expect(refusal).toBe('SecurityError');

    await chooseRecording(frame, WORDS.unnamed);
    await runOut(frame);
    await expect.poll(() => clip(frame)).toContain('hub');

    const log = (await ownLog(frame)).map(({ id }) => id);
    expect(log.length).toBeGreaterThan(2);
    await expect.poll(stored).toEqual(expect.arrayContaining(log));
    const faults = await frame.evaluate(() => (window as unknown as { faults: string[] }).faults);
    expect(faults).toEqual(['storage-refused']);
  });

  test('that has a storage of its own there: it keeps its place, and the site itself knows nothing of it', async ({
    page,
    context,
  }) => {
    const frame = await openFrame(page);
    await chooseRecording(frame, WORDS.unnamed);
    await runOut(frame);
    await expect.poll(() => clip(frame)).toContain('hub');
    const log = (await ownLog(frame)).map(({ id }) => id);
    await expect.poll(stored).toEqual(expect.arrayContaining(log));

    const again = await openFrame(page);
    await expect.poll(() => clip(again)).toContain('hub');
    expect((await ownLog(again)).map(({ id }) => id)).toEqual(expect.arrayContaining(log));

    const alone = await context.newPage();
    await alone.goto(site.framed);
    await expect(alone.getByRole('button', { name: WORDS.unnamed })).toBeVisible();
    expect(await alone.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });
});
