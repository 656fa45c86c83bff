import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of an installed Chrome or Chromium, or undefined where Playwright's own has to do. */
export function findBrowser(env = process.env) {
  const named = [env.CHROME_PATH, env.CHROMIUM_PATH, env.PUPPETEER_EXECUTABLE_PATH].filter(Boolean);
  return [...named, ...PLACES].find((path) => existsSync(path));
}
