import { parseArgs } from 'node:util';

import { buildStale } from './build-stale.mjs';
import { ensureModules } from './ensure-modules.mjs';

/** `npm run bench`: JSON lines, each with the machine's facts. `--only sizes,graphs,long-tasks,playback`, `--write docs/performance.md`. */
const { values } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'string' } } });
const PARTS = ['sizes', 'graphs', 'long-tasks', 'playback'];
const parts = values.only?.split(',') ?? PARTS;
const unknown = parts.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`There is no part "${unknown.join('", "')}". The parts are ${PARTS.join(', ')}.`);
  process.exit(1);
}

// Only JSON goes to the standard output, so that it can be piped.
const say = (text) => console.error(text);
await ensureModules();
const { ensureBrowser } = await import('./ensure-browser.mjs');
if (parts.includes('playback') || parts.includes('long-tasks')) await ensureBrowser();
if (!(await buildStale({ log: say }))) process.exit(1);

const { readMachineFacts } = await import('../bench/machine-facts.mjs');
const machine = readMachineFacts();
const lines = [];
for (const part of parts) {
  for await (const line of measure(part)) {
    lines.push(line);
    console.log(JSON.stringify({ ...line, machine }));
  }
}
if (values.write) {
  const { writeTables } = await import('../bench/write-tables.mjs');
  await writeTables(values.write, lines, machine);
  say(`Written to ${values.write}.`);
}
process.exit(0);

async function* measure(part) {
  if (part === 'sizes') {
    const { measureEntries } = await import('./entry-sizes.mjs');
    for (const size of await measureEntries()) yield { measure: 'size', ...size };
  } else if (part === 'graphs') {
    const { measureGraphs } = await import('../bench/measure-graphs.mjs');
    yield* measureGraphs();
  } else if (part === 'long-tasks') {
    const { measureLongTasks } = await import('../bench/measure-long-tasks.mjs');
    yield* measureLongTasks(say);
  } else {
    const { measurePlayback } = await import('../bench/measure-playback.mjs');
    yield* measurePlayback(say);
  }
}
