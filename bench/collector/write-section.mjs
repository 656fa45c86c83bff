import { readFileSync, writeFileSync } from 'node:fs';

const START = '<!-- bench:collector -->';
const END = '<!-- /bench:collector -->';

const number = (value) => value.toLocaleString('en');
const NAMES = { none: 'nothing is kept', file: 'a file', postgres: 'PostgreSQL' };

/** The lines of one run as tables for people. */
export function formatTables(lines, machine) {
  const of = (measurement) => lines.filter((line) => line.measurement === measurement);
  const none = of('http').find(({ engine }) => engine === 'none');
  const bare = (engine) => of('bare').find((line) => line.engine === engine);
  const rows = of('http').map((line) => [
    NAMES[line.engine],
    number(line.reactionsPerSecond),
    line.cpuMicrosEach,
    `${line.p50Ms} / ${line.p99Ms}`,
    bare(line.engine) ? number(bare(line.engine).reactionsPerSecond) : '–',
    line.ofBare ?? '–',
    Math.round((line.reactionsPerSecond / none.reactionsPerSecond) * 100) / 100,
    line.bytesPerReaction ?? '–',
  ]);
  const kills = of('kill').map((line) => [
    NAMES[line.engine],
    line.kills,
    number(line.acknowledged),
    line.lost,
    line.keptTwice,
  ]);
  return [
    `${machine.cpu}, ${machine.cores} cores shared with the load, ${machine.memoryGiB} GiB, ${machine.os}, Node ${machine.node}.`,
    '',
    table(
      [
        'kept in',
        'reactions/s',
        'µs of processor each',
        'p50 / p99 ms',
        'engine alone',
        'of that',
        'of nothing kept',
        'bytes each',
      ],
      rows,
    ),
    '',
    table(['killed', 'times', 'acknowledged', 'lost', 'kept twice'], kills),
  ].join('\n');
}

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Puts the tables between their marks. */
export function writeSection(file, section) {
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${file} has no place for the tables: ${START} … ${END}.`);
  writeFileSync(file, `${before}${START}\n\n${section}\n\n${END}${after}`);
}
