import { existsSync } from 'node:fs';

import { findBrowser } from './find-browser.mjs';
import { installFromDebian, isDebianRoot } from './install-from-debian.mjs';
import { runBin } from './run.mjs';

/** Finds a Chromium for the tests or fetches one, and ends the process with what to do where neither works. */
export async function ensureBrowser() {
  if (findBrowser() || (await hasPlaywrightBrowser())) return;
  if (isDebianRoot() && (await installFromDebian(['chromium', 'fonts-noto-cjk'])) && findBrowser()) return;
  console.log('Fetching Chromium by Playwright …');
  const { code, output } = await runBin('playwright', ['install', 'chromium'], { timeoutMs: 900_000 });
  if (code === 0 && (await hasPlaywrightBrowser())) return;
  console.error(`${output}
No Chrome or Chromium was found, and none could be installed. Do one of these, then start again:
  - install one:            sudo apt-get install chromium
  - or name yours:          CHROME_PATH=/path/to/chrome npm test
  - or fetch Playwright's:  npx playwright install --with-deps chromium`);
  process.exit(1);
}

async function hasPlaywrightBrowser() {
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath());
}
