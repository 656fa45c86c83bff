import { chromium } from 'playwright-core';

import { findBrowser } from '../../scripts/find-browser.mjs';
import { installProbe } from './in-page/probe.mjs';
import { MARKER_BLOCKS, MARKER_SHARE } from './marker.mjs';

const PROBE = { markerBlocks: MARKER_BLOCKS, markerShare: MARKER_SHARE, answersNotice: true };

/** Starts a browser of its own. `session` speaks with the browser as a whole. */
export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--autoplay-policy=no-user-gesture-required', '--mute-audio'],
  });
  return { browser, session: await browser.newBrowserCDPSession() };
}

/** Each context has a cache and a storage of its own, and the probe in all its pages. */
export async function openContext(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  await context.addInitScript(installProbe, PROBE);
  return context;
}

/** Waits in step with the display until the page's own probe has something to say. */
export async function waitForProbe(page, read, argument, timeoutMs = 60_000) {
  const handle = await page.waitForFunction(read, argument, { polling: 'raf', timeout: timeoutMs });
  const value = await handle.jsonValue();
  // Undisposed, it would keep the value alive in the page, and the bench would measure itself.
  await handle.dispose();
  return value;
}
