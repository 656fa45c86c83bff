import { defineConfig } from 'vitest/config';

/** Tests that need no browser: domain, machine, collector, command line. */
export default defineConfig({
  test: {
    include: ['test/{domain,machine,runtime,collector,cli,authoring,architecture,demo}/**/*.test.ts'],
    exclude: ['test/**/*.browser.test.ts'],
    environment: 'node',
  },
});
