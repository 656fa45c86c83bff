import { defineConfig } from '@playwright/test';

import { findBrowser } from '../../scripts/find-browser.mjs';

/** Every story of the built Storybook (`dist-storybook`) in a real browser. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/stories',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    launchOptions: {
      executablePath: findBrowser(),
      args: ['--autoplay-policy=no-user-gesture-required', '--mute-audio', '--disable-background-networking'],
    },
  },
});
