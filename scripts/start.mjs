import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { ensureModules } from './ensure-modules.mjs';
import { top } from './run.mjs';

/**
 * `npm start`: the demo site, the collector and the HR page on one address, until Ctrl-C.
 * `--port` begins the search for a free port there, `--data` keeps the log elsewhere, `--fresh` does so and empties
 * that folder first, `--built` takes what is built as it is.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '4180' },
    data: { type: 'string', default: '.data' },
    fresh: { type: 'string' },
    built: { type: 'boolean', default: false },
  },
});

const HOST = '127.0.0.1';
const data = resolve(top, values.fresh ?? values.data);

if (!values.built) {
  await ensureModules();
  const { buildStale } = await import('./build-stale.mjs');
  if (!(await buildStale({ servedOnly: true }))) process.exit(1);
}
if (values.fresh) rmSync(data, { recursive: true, force: true });
mkdirSync(data, { recursive: true });

const port = await findFreePort(Number(values.port));
const address = `http://${HOST}:${port}/`;
const collector = startCollector(port);
let ending = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
collector.once('exit', (code) => {
  if (!ending)
    console.error(`The collector ended by itself (${code}). Its log: ${relative(top, join(data, 'collector.log'))}`);
  process.exit(ending ? 0 : 1);
});

await waitUntilHealthy();
const token = readFileSync(join(data, 'reader-token'), 'utf8').trim();
console.log(`
  followup-player is running at  ${address}

  Open  ${address}
        the demo: a company's pages for those it made an offer, with the player
  Open  ${address}hr/#token=${token}
        the HR page: what the viewers reacted to (the link carries the reading token: keep it to yourself)

  The log is kept in ${relative(top, data)}/ and is there again next time. Ctrl-C ends this.
`);

/** The same command line that is shipped, so that what is tried here is what runs there. */
function startCollector(onPort) {
  const args = [
    ['--host', HOST],
    ['--port', String(onPort)],
    ['--data', data],
    ['--base', '/collector'],
    ['--graph', join(top, 'dist-demo/graphs')],
    ['--pages', `${join(top, 'dist-demo')}=/`],
    ['--pages', `${join(top, 'dist/hr')}=/hr/`],
    ['--pages', `${join(top, 'dist/cdn')}=/lib/`],
  ];
  const child = spawn(process.execPath, [join(top, 'dist/cli/main.js'), 'collector', ...args.flat()], {
    cwd: top,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(join(data, 'collector.log'));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  child.stderr.pipe(process.stderr);
  return child;
}

function end() {
  if (ending) return;
  ending = true;
  collector.kill('SIGTERM');
  // It finishes what it took first. Whoever presses Ctrl-C should not have to wait for more than a breath.
  setTimeout(() => collector.kill('SIGKILL'), 8_000).unref();
}

async function waitUntilHealthy() {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const healthy = await fetch(`${address}collector/health`).then(
      ({ ok }) => ok,
      () => false, // Not listening yet.
    );
    if (healthy && existsSync(join(data, 'reader-token'))) return;
    await wait(100);
  }
  console.error('The collector did not come up within 30 seconds.');
  end();
  await new Promise(() => {});
}

/** The first free port from here on: another start, or another program, may have this one. */
async function findFreePort(first) {
  for (let candidate = first; candidate < first + 50; candidate += 1) if (await isFree(candidate)) return candidate;
  console.error(`No port between ${first} and ${first + 49} is free. Choose another: npm start -- --port 8080`);
  process.exit(1);
}

function isFree(candidate) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(candidate, HOST, () => probe.close(() => done(true)));
  });
}
