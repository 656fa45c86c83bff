import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

/** Tests that need neither a browser nor a built package. Those of the package run by `vitest.package.config.ts`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.browser.test.ts', 'test/package/**'],
    environment: 'node',
    // Much of their time is waiting for databases and child processes.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // No test is about how fast a machine is. What hangs is found all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
