import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { findBrowser } from './find-browser.mjs';
import { run, runBin } from './run.mjs';

/** Finds a Chromium for the tests or fetches one, and ends the process with what to do where neither works. */
export async function ensureBrowser() {
  if (findBrowser() || (await hasPlaywrightBrowser())) return;
  if (isDebianRoot() && (await installFromDebian()) && findBrowser()) return;
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

function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function installFromDebian() {
  console.log('Installing chromium with apt-get (about a minute) …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const packages = ['chromium', 'fonts-noto-cjk'];
  let output = '';
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await run('apt-get', ['update'], { env });
    const installed = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
    if (installed.code === 0) return true;
    output = installed.output;
    // Another apt or dpkg at work gives the lock back sooner or later.
    if (!/lock/i.test(output)) break;
    await wait(attempt * 5_000);
  }
  console.log(`${output}\napt-get could not install chromium.`);
  return false;
}
