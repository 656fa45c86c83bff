import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runBin, top } from './run.mjs';

/** Puts the custom-elements manifest, the graph's JSON Schema and the page of what is sent to whom beside the library. */
copyFileSync(join(top, 'schema/graph.schema.json'), join(top, 'dist/graph.schema.json'));

const { DATA_PAGE_CSS, writeDataPage } = await import('../dist/domain/data-page.js');
writeFileSync(join(top, 'dist/data.ja.html'), writeDataPage({ language: 'ja', other: 'data.en.html' }));
writeFileSync(join(top, 'dist/data.en.html'), writeDataPage({ language: 'en', other: 'data.ja.html' }));
writeFileSync(join(top, 'dist/data.css'), DATA_PAGE_CSS);

const folder = 'dist/manifest';
const { code, output } = await runBin('cem', ['analyze', '--outdir', folder]);
if (code !== 0) {
  console.error(output);
  process.exit(code);
}
const manifest = JSON.parse(readFileSync(join(top, folder, 'custom-elements.json'), 'utf8'), (key, value) =>
  key === 'path' || key === 'module' ? publishedPath(value) : value,
);
writeFileSync(join(top, 'dist/custom-elements.json'), `${JSON.stringify({ ...manifest, modules: merge(manifest) })}\n`);
rmSync(join(top, folder), { recursive: true });

/** Where the package has what lies at this path in the repository. The editor is one file there. */
function publishedPath(path) {
  if (typeof path !== 'string') return path;
  const source = path.replace(/^\//, '');
  if (source.startsWith('src/editor/')) return 'dist/editor.js';
  return source.replace(/^src\/(.+)\.(?:ts|js)$/, 'dist/$1.js');
}

/** One module for each path. Files of types alone leave nothing behind, so nothing leads to them. */
function merge({ modules }) {
  const merged = new Map();
  for (const { declarations = [], exports = [], ...module } of modules) {
    const known = merged.get(module.path);
    merged.set(module.path, {
      ...module,
      declarations: [...(known?.declarations ?? []), ...declarations],
      exports: [...(known?.exports ?? []), ...exports],
    });
  }
  return [...merged.values()].filter(({ path }) => existsSync(join(top, path)));
}
