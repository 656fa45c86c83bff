import { defineConfig } from 'vitest/config';

/** Tests that need neither a browser nor a built package. Those of the package run by `vitest.package.config.ts`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.browser.test.ts', 'test/package/**'],
    environment: 'node',
  },
});
