import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { Plugin } from 'vite';

const NAME = 'virtual:custom-elements-manifest';
const RESOLVED = `\0${NAME}`;
const run = promisify(execFile);

/**
 * Makes the custom-elements manifest from the sources as they are now and offers it as a module.
 * A file on disk would be missing in a fresh clone and stale after the first edit.
 */
export function manifestPlugin(): Plugin {
  return {
    name: 'custom-elements-manifest',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load: async (id) => (id === RESOLVED ? `export default ${await analyze()}` : null),
  };
}

async function analyze(): Promise<string> {
  const analyzer = dirname(createRequire(import.meta.url).resolve('@custom-elements-manifest/analyzer'));
  await run(process.execPath, [join(analyzer, 'cem.js'), 'analyze', '--quiet']);
  return readFile('dist-manifest/custom-elements.json', 'utf8');
}
