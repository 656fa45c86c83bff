import { readFileSync } from 'node:fs';

import { run, top } from './run.mjs';

const OLDEST_NODE = [20, 19];

/** Installs what the lockfile says, if it is not all there. Ends the process with a sentence where that fails. */
export async function ensureModules() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    console.error(`This needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (isInstalled(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'))) return;
  console.log('Installing what package-lock.json names (about a minute) …');
  const { code, output } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    timeoutMs: 900_000,
  });
  if (code === 0) return;
  console.error(`${output}\n"npm ci" failed. Look at the lines above; is the network there?`);
  process.exit(1);
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(top + path, 'utf8')).packages;
  } catch {
    return undefined; // Missing or torn: the caller installs anew.
  }
}

/** Compares what is wanted with what npm says it installed. Optional packages are for other platforms. */
export function isInstalled(wanted, found) {
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(
    ([path, { version, integrity, optional }]) =>
      path === '' || optional || (found[path]?.version === version && found[path]?.integrity === integrity),
  );
}
