import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { top } from '../../scripts/run.mjs';
import { rounded } from '../statistics.mjs';

const run = promisify(execFile);
const here = join(top, 'bench/export');
const dist = join(top, 'dist');

/** How fast each file is written out of the embedded database, and the most memory that it takes. */
export async function* measureExport({ rows = 1_000_000, formats, say = () => undefined }) {
  const folder = await mkdtemp(join(tmpdir(), 'followup-bench-export-'));
  try {
    say(`Filling a database with ${rows} reactions.`);
    await run(process.execPath, [join(here, 'fill-store.mjs'), join(folder, 'followup.db'), String(rows), dist]);
    for (const format of formats) {
      const out = join(folder, `reactions.${format}`);
      const home = format === 'xapi' ? ['--home', 'https://recruit.example.jp/'] : [];
      const args = ['export', '--data', folder, '--format', format, '--out', out, ...home];
      const { stdout } = await run(process.execPath, [join(here, 'run-export.mjs'), dist, ...args]);
      const { ms, peakBytes } = JSON.parse(stdout);
      const { size } = await stat(out);
      await rm(out);
      yield {
        measure: 'export',
        format,
        rows,
        rowsPerSecond: Math.round(rows / (ms / 1_000)),
        bytesPerRow: rounded(size / rows),
        peakMegabytes: rounded(peakBytes / 1_000_000),
      };
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
