import { defineConfig } from 'vitest/config';

/** Tests of what `npm run build` left in `dist`: what is published, its sizes and its types. */
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
