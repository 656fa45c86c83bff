import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';

import { countingMedia } from './test/shared/counting-media-server.mjs';
import { faultyMedia } from './test/shared/faulty-media-server.mjs';
import { findBrowser } from './scripts/find-browser.mjs';
import { countsReporter } from './scripts/wtr-counts.mjs';
import { viteForWtr } from './scripts/wtr-vite.mjs';

const vite = await viteForWtr();

/** Element tests, in a real browser: every `*.browser.test.ts`. */
export default {
  files: 'test/**/*.browser.test.ts',
  nodeResolve: false,
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  // Real clips take their time where a machine is busy with something else. Nothing is tried twice.
  testFramework: { config: { timeout: 60_000 } },
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: findBrowser(),
        args: ['--autoplay-policy=no-user-gesture-required', '--mute-audio', '--disable-background-networking'],
      },
    }),
  ],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: Boolean(process.stdout.isTTY) }),
    countsReporter(),
  ],
  plugins: [vite.plugin],
  middleware: [faultyMedia, countingMedia, vite.middleware],
};
