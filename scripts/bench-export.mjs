import { parseArgs } from 'node:util';

import { buildStale } from './build-stale.mjs';
import { ensureModules } from './ensure-modules.mjs';

/** `npm run bench:export`: JSON lines, each with the machine's facts. `--rows 1000000 --formats csv,xlsx`. */
const { values } = parseArgs({ options: { rows: { type: 'string' }, formats: { type: 'string' } } });
const FORMATS = ['csv', 'xlsx', 'jsonl', 'parquet', 'xapi'];
const formats = values.formats?.split(',') ?? FORMATS;
const rows = Number(values.rows ?? 1_000_000);
if (formats.some((format) => !FORMATS.includes(format)) || !Number.isInteger(rows) || rows < 1) {
  console.error(`Say --rows as a whole number, and --formats as a list of ${FORMATS.join(', ')}.`);
  process.exit(1);
}

// Only JSON goes to the standard output, so that it can be piped.
const say = (text) => console.error(text);
await ensureModules();
if (!(await buildStale({ log: say }))) process.exit(1);

const { readMachineFacts } = await import('../bench/machine-facts.mjs');
const { measureExport } = await import('../bench/export/measure-export.mjs');
const machine = readMachineFacts();
for await (const line of measureExport({ rows, formats, say })) console.log(JSON.stringify({ ...line, machine }));
