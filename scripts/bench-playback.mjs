import { parseArgs } from 'node:util';

import { buildStale } from './build-stale.mjs';
import { ensureModules } from './ensure-modules.mjs';

/** `npm run bench:playback`: what it takes is told in `bench/playback/README.md`. */
const PARTS = ['navigation', 'switches', 'memory'];
const { values } = parseArgs({
  options: {
    cells: { type: 'string', default: 'main' },
    ways: { type: 'string' },
    switches: { type: 'string', default: '30' },
    navigations: { type: 'string', default: '15' },
    'memory-switches': { type: 'string', default: '200' },
    only: { type: 'string', default: PARTS.join(',') },
    smoke: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

// Only JSON goes to the standard output, so that it can be piped.
const say = (text) => console.error(text);
await ensureModules();
const { ensureBrowser } = await import('./ensure-browser.mjs');
await ensureBrowser();
if (!(await buildStale({ log: say, servedOnly: true }))) process.exit(1);

const { measureAll, readPlan } = await import('../bench/playback/measure-all.mjs');
const { formatTables, writeSection } = await import('../bench/playback/write-section.mjs');
const { readMachineFacts } = await import('../bench/machine-facts.mjs');

const plan = readPlan(values, PARTS);
if (plan.problem) {
  say(plan.problem);
  process.exit(1);
}
const machine = readMachineFacts();
const lines = [];
for await (const line of measureAll(plan, say)) {
  lines.push(line);
  console.log(JSON.stringify({ ...line, machine }));
}
const section = await formatTables(lines, machine);
say(`\n${section}`);
if (values.write) {
  writeSection('docs/performance.md', section);
  say('Written to docs/performance.md.');
}
process.exit(0);
