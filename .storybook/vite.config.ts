import { defineConfig } from 'vite';

import { manifestPlugin } from './manifest-plugin.js';

/** Storybook's own: the project's build modes must not change what the stories show. */
export default defineConfig({
  plugins: [manifestPlugin()],
  optimizeDeps: {
    // Pre-bundled, Lit would be there twice and warn about it.
    exclude: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'],
  },
  build: { chunkSizeWarningLimit: 3_000 },
});
