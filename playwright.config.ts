import { defineConfig } from '@playwright/test';

import { findBrowser } from './scripts/find-browser.mjs';

const PORT = 4187;

/**
 * End to end: the built package, the demo site and a real collector with a database of its own.
 * The reading token is written here because the server lives only as long as the run.
 */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  workers: 1,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: 'ja-JP',
    launchOptions: {
      executablePath: findBrowser(),
      args: ['--autoplay-policy=no-user-gesture-required', '--mute-audio'],
    },
    // A trace takes a picture at every step, which slows films down. `--trace on` looks at a failure.
    trace: 'off',
  },
  webServer: {
    command: `node scripts/start.mjs --built --port ${PORT} --fresh test-results/e2e-data`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    timeout: 60_000,
  },
});
