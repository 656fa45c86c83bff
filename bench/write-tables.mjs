import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { top } from '../scripts/run.mjs';
import { fromSectionOn } from './playback/write-section.mjs';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const TABLES = [
  {
    measure: 'size',
    title: 'Sizes',
    text: 'Each entry with all that it imports. "Later" is fetched only when it is needed, after brotli.',
    columns: {
      Entry: ({ entry }) => `\`${entry}\``,
      Minified: ({ minified }) => kilobytes(minified),
      gzip: ({ gzip }) => kilobytes(gzip),
      brotli: ({ brotli }) => kilobytes(brotli),
      Later: ({ lazyBrotli }) => (lazyBrotli ? kilobytes(lazyBrotli) : '–'),
    },
  },
  {
    measure: 'graph',
    title: 'Graphs',
    text: 'Checking a graph, compiling it to a machine, and taking up the first state. Milliseconds, median / 95 %.',
    columns: {
      Scenes: ({ scenes }) => scenes.toLocaleString('en'),
      Check: (line) => `${line.checkMedianMs} / ${line.checkP95Ms}`,
      Compile: (line) => `${line.compileMedianMs} / ${line.compileP95Ms}`,
      Begin: (line) => `${line.beginMedianMs} / ${line.beginP95Ms}`,
    },
  },
  {
    measure: 'long-tasks',
    title: 'Long tasks',
    text:
      'Tasks of over 50 ms while the demo is watched in the built package, on a processor slowed down four times. Before ' +
      'the first picture nobody can press anything yet.',
    columns: {
      When: ({ step }) => step,
      Viewings: ({ trials }) => trials,
      'with one': ({ trialsWithOne }) => trialsWithOne,
      Tasks: ({ tasks }) => tasks,
      'Longest, ms': ({ longestMs = '–' }) => longestMs,
    },
  },
  {
    measure: 'playback',
    title: 'Playback at a glance',
    text:
      'The built package in headless Chromium on loopback, in turns with a baseline. The ratio is between the medians: ' +
      'it can be compared between machines, the milliseconds cannot.',
    columns: {
      What: ({ what }) => what,
      Trials: ({ trials }) => trials,
      'Player, ms': (line) => `${line.medianMs} / ${line.p95Ms}`,
      Baseline: ({ baseline }) => (baseline ? `\`${baseline}\`` : '–'),
      'Baseline, ms': (line) => (line.baseline ? `${line.baselineMedianMs} / ${line.baselineP95Ms}` : '–'),
      Ratio: ({ ratio = '–' }) => ratio,
    },
  },
];

/** Writes what was measured as a page of tables. */
export async function writeTables(path, lines, machine) {
  const tables = TABLES.flatMap(({ measure, title, text, columns }) => {
    const rows = lines.filter((line) => line.measure === measure);
    return rows.length > 0 ? [`## ${title}\n\n${text}\n\n${table(columns, rows)}`] : [];
  });
  const page = `# Performance

Measured by \`npm run bench -- --write ${path}\` on ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB,
${machine.os}, Node ${machine.node}, Chromium ${machine.chromium}.

${tables.join('\n\n')}
`;
  const file = join(top, path);
  const formatted = await format(page, { ...(await resolveConfig(file)), parser: 'markdown' });
  // The playback bench writes its own section on the same page, and takes hours: it stays, and so does what is said of it.
  const rest = existsSync(file) ? fromSectionOn(readFileSync(file, 'utf8')) : '';
  writeFileSync(file, rest ? `${formatted}\n${rest}` : formatted);
}

function table(columns, rows) {
  const names = Object.keys(columns);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) => line(names.map((name) => columns[name](row))));
  return [line(names), line(names.map(() => '---')), ...body].join('\n');
}
