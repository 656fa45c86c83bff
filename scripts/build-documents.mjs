import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runBin, top } from './run.mjs';

/** Puts the custom-elements manifest and the graph's JSON Schema beside the library. */
copyFileSync(join(top, 'schema/graph.schema.json'), join(top, 'dist/graph.schema.json'));

const folder = 'dist/manifest';
const { code, output } = await runBin('cem', ['analyze', '--outdir', folder]);
if (code !== 0) {
  console.error(output);
  process.exit(code);
}
const manifest = readFileSync(join(top, folder, 'custom-elements.json'), 'utf8');
// The package holds dist/*.js, not src/*.ts.
const published = manifest.replace(/"\/?src\/([^"]+)\.ts"/g, '"dist/$1.js"');
writeFileSync(join(top, 'dist/custom-elements.json'), `${JSON.stringify(JSON.parse(published))}\n`);
rmSync(join(top, folder), { recursive: true });
