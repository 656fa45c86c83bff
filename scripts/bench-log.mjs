import { parseArgs } from 'node:util';

import { buildStale } from './build-stale.mjs';
import { ensureModules } from './ensure-modules.mjs';

/** `npm run bench:log`: what it takes is told in `bench/log/README.md`. */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'commit,recovery,faults' },
    answers: { type: 'string' },
    pending: { type: 'string' },
    trials: { type: 'string' },
    smoke: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

// Only JSON goes to the standard output, so that it can be piped.
const say = (text) => console.error(text);
await ensureModules();
const { ensureBrowser } = await import('./ensure-browser.mjs');
await ensureBrowser();
if (!(await buildStale({ log: say }))) process.exit(1);

const { measureCommit } = await import('../bench/log/measure-commit.mjs');
const { measureRecovery } = await import('../bench/log/measure-recovery.mjs');
const { measureFaults } = await import('../bench/log/measure-faults.mjs');
const { formatTables, writeSection } = await import('../bench/log/write-section.mjs');
const { readMachineFacts } = await import('../bench/machine-facts.mjs');

const PARTS = { commit: measureCommit, recovery: measureRecovery, faults: measureFaults };
const parts = values.only.split(',');
const unknown = parts.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  say(`There is no part "${unknown.join('", "')}". The parts are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}
const usual = values.smoke ? { answers: 20, pending: 1_000, trials: 1 } : { answers: 200, pending: 10_000, trials: 30 };
const plan = Object.fromEntries(Object.entries(usual).map(([name, count]) => [name, Number(values[name] ?? count)]));

const machine = readMachineFacts();
const lines = [];
for (const part of parts) {
  for await (const line of PARTS[part](plan, say)) {
    lines.push(line);
    console.log(JSON.stringify({ ...line, machine }));
  }
}
const section = await formatTables(lines, machine);
say(`\n${section}`);
if (values.write) {
  writeSection('docs/reliability.md', section);
  say('Written to docs/reliability.md.');
}
process.exit(lines.some(({ lost, keptTwice }) => lost > 0 || keptTwice > 0) ? 1 : 0);
