import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { withLock } from './build-lock.mjs';
import { TARGETS } from './build-targets.mjs';
import { run, runBin, top } from './run.mjs';

const STAMPS = join(top, 'node_modules/.cache/followup-player');

/**
 * Builds every target whose inputs are not those of its last build; all of them with `force`, and with `servedOnly`
 * only what `npm start` serves.
 * Stamps hold hashes, not times: a fresh checkout and a branch change touch times and no content.
 * Stops at the first target that fails, because the later ones lie in its folder.
 */
export function buildStale({ force = false, servedOnly = false, log = console.log } = {}) {
  const targets = TARGETS.filter(({ served }) => served || !servedOnly);
  return withLock(join(STAMPS, 'lock'), () => buildTargets(targets, force, log));
}

async function buildTargets(targets, force, log) {
  const hashes = new Map();
  let emptied = false;
  for (const target of targets) {
    const stamp = join(STAMPS, `${target.name.replaceAll(' ', '-')}.stamp`);
    const hash = hashOf(target.inputs, hashes);
    const inDist = target.outputs[0]?.startsWith('dist/');
    if (!force && !(emptied && inDist) && isFresh(target, stamp, hash)) continue;
    rmSync(stamp, { force: true });
    const started = performance.now();
    const { code, output } = await build(target);
    const missing = target.outputs.filter((path) => !existsSync(join(top, path)));
    if (code !== 0 || missing.length > 0) {
      log(`${output}\nBuilding the ${target.name} failed${missing.length > 0 ? `: no ${missing.join(', ')}` : ''}.`);
      return false;
    }
    if (target.vite === 'lib') {
      chmodSync(join(top, 'dist/cli/main.js'), 0o755);
      emptied = true;
    }
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
    log(`  built the ${target.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  return true;
}

function build({ vite, bin, node }) {
  // Whatever the shell says of NODE_ENV, what is built is what is published.
  const env = { NODE_ENV: 'production' };
  if (vite) return runBin('vite', ['build', '--mode', vite, '--logLevel', 'warn'], { env });
  if (bin) return runBin(bin[0], bin.slice(1));
  return run(process.execPath, [join(top, node)]);
}

function isFresh({ outputs }, stamp, hash) {
  return (
    outputs.every((path) => existsSync(join(top, path))) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  );
}

function hashOf(inputs, known) {
  const all = createHash('sha256');
  for (const input of inputs) {
    if (!known.has(input)) known.set(input, hashOne(join(top, input)));
    all.update(`${input} ${known.get(input)}\n`);
  }
  return all.digest('hex');
}

function hashOne(path) {
  const hash = createHash('sha256');
  for (const file of filesUnder(path)) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => filesUnder(join(path, name)));
}
