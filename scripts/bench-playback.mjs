import { parseArgs } from 'node:util';

import { buildStale } from './build-stale.mjs';
import { ensureModules } from './ensure-modules.mjs';

/** `npm run bench:playback`: what it takes is told in `bench/playback/README.md`. */
const PARTS = ['navigation', 'switches', 'memory'];
const { values } = parseArgs({
  options: {
    cells: { type: 'string', default: 'promised' },
    into: { type: 'string' },
    tables: { type: 'boolean', default: false },
    'at-once': { type: 'string', default: '1' },
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

const { concludeAll, measureAll, readPlan } = await import('../bench/playback/measure-all.mjs');
const { openRecords } = await import('../bench/playback/records.mjs');
const { nameBuild } = await import('../bench/playback/pages.mjs');
const { formatTables, writeSection } = await import('../bench/playback/write-section.mjs');
const { readMachineFacts } = await import('../bench/machine-facts.mjs');

const plan = readPlan(values, PARTS);
if (plan.problem) {
  say(plan.problem);
  process.exit(1);
}
const machine = readMachineFacts();
const records = openRecords(values.into, { build: nameBuild(), machine });
if (records.lines.length > 0) say(`${values.into} has ${records.lines.length} lines of this build already.`);
if (!values.tables) await measureAll(plan, records, say);
const lines = concludeAll(records);
for (const line of lines) console.log(JSON.stringify({ ...line, machine }));
const section = await formatTables(lines, machine);
say(`\n${section}`);
if (values.write) {
  writeSection('docs/performance.md', section);
  say('Written to docs/performance.md.');
}
process.exit(0);
