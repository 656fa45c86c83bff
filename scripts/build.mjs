import { buildStale } from './build-stale.mjs';
import { ensureModules } from './ensure-modules.mjs';

/** `npm run build`: everything anew. With `--stale`, only what changed. */
await ensureModules();
const built = await buildStale({ force: !process.argv.includes('--stale') });
console.log(built ? 'Built: dist (the package), dist-demo (the demo site).' : 'Not built.');
process.exitCode = built ? 0 : 1;
