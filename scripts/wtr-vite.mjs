import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { createServer } from 'vite';

import { leanVideojs } from './lean-videojs.mjs';

const OWN = /^\/(?:$|\?|__web-|__wds)/;
const watching = process.argv.includes('--watch');

/** Serves the tests through Vite. Its own static server would answer a .ts file as `video/mp2t`, so this comes first. */
export async function viteForWtr() {
  let watcher;
  const vite = await createServer({
    configFile: false,
    appType: 'custom',
    clearScreen: false,
    logLevel: 'warn',
    cacheDir: 'node_modules/.vite-wtr',
    server: { middlewareMode: true, hmr: false, ws: false, ...(watching ? {} : { watch: null }) },
    optimizeDeps: { entries: ['test/**/*.browser.test.ts'], exclude: ['@web/test-runner-commands'] },
    plugins: [
      leanVideojs(),
      {
        name: 'wtr-external',
        enforce: 'pre',
        resolveId: (id) => (id.startsWith('/__web-') ? { id, external: true } : null),
      },
    ],
  });
  return {
    plugin: {
      name: 'vite',
      serverStart: (args) => {
        watcher = args.fileWatcher;
      },
      serverStop: () => vite.close(),
    },
    middleware: (ctx, next) => {
      if (OWN.test(ctx.url)) return next();
      const file = join(process.cwd(), decodeURIComponent(ctx.path));
      if (watching && !ctx.path.includes('/node_modules/') && existsSync(file)) watcher?.add(file);
      ctx.respond = false;
      return new Promise((resolve, reject) => {
        ctx.res.once('close', resolve);
        vite.middlewares(ctx.req, ctx.res, (error) => {
          if (error) return reject(error);
          ctx.res.statusCode = 404;
          ctx.res.end();
        });
      });
    },
  };
}
