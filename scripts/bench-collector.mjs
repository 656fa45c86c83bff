import { parseArgs } from 'node:util';

import { buildStale } from './build-stale.mjs';
import { ensureModules } from './ensure-modules.mjs';

/** `npm run bench:collector`: what it takes is told in `bench/collector/README.md`. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    kills: { type: 'string', default: '30' },
    write: { type: 'boolean', default: false },
  },
});

// Only JSON goes to the standard output, so that it can be piped.
const say = (text) => console.error(text);
await ensureModules();
if (!(await buildStale({ log: say }))) process.exit(1);

const { findPostgres, startPostgres } = await import('./start-postgres.mjs');
const { measureAll } = await import('../bench/collector/measure-all.mjs');
const { formatTables, writeSection } = await import('../bench/collector/write-section.mjs');
const { readMachineFacts } = await import('../bench/machine-facts.mjs');

const given = process.env.DATABASE_URL;
if (!given && !findPostgres()) say('PostgreSQL is not measured: there is none. Install it, or set DATABASE_URL.');
const server = !given && findPostgres() ? await startPostgres({ durable: true }) : undefined;
const machine = readMachineFacts();
const lines = [];
try {
  const plan = { seconds: Number(values.seconds), kills: Number(values.kills), url: given ?? server?.url };
  for await (const line of measureAll(plan, say)) {
    lines.push(line);
    console.log(JSON.stringify({ ...line, machine }));
  }
} finally {
  await server?.stop();
}
const section = formatTables(lines, machine);
say(`\n${section}`);
if (values.write) {
  writeSection('docs/scale.md', section);
  say('Written to docs/scale.md.');
}
process.exit(lines.some(({ lost, keptTwice }) => lost > 0 || keptTwice > 0) ? 1 : 0);
