import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { findBrowser } from '../../scripts/find-browser.mjs';
import { top } from '../../scripts/run.mjs';

/** A folder on the project's own disk: the system's folder for what passes may lie in memory, where nothing is flushed. */
export function makeProfile() {
  const parent = join(top, 'test-results/bench-log');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'profile-'));
}

/** A browser with a profile that outlives it. */
export const openProfile = (folder) =>
  chromium.launchPersistentContext(folder, { executablePath: findBrowser(), headless: true, locale: 'en-GB' });
