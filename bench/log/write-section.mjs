import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { top } from '../../scripts/run.mjs';

const BEGIN = '<!-- bench:log -->';
const END = '<!-- /bench:log -->';

const number = (value) => value.toLocaleString('en');
const WAYS = {
  player: 'the player, from the press to the branch',
  log: 'its log, an answer with the step it leads to',
  bare: 'one put in one transaction',
};

const TABLES = [
  {
    measurement: 'commit',
    text: 'From a choice to its commit, flushed to the disk, in milliseconds. In turns on one page.',
    columns: {
      what: ({ way }) => WAYS[way],
      answers: ({ trials }) => trials,
      median: ({ medianMs }) => medianMs,
      '95 %': ({ p95Ms }) => p95Ms,
      'of the one put': ({ ratioToBare }) => ratioToBare,
    },
  },
  {
    measurement: 'recovery',
    text: 'A browser that starts again with a full log, from the navigation until the collector acknowledged all of it.',
    columns: {
      'waiting reactions': ({ pending }) => number(pending),
      seconds: ({ seconds }) => seconds,
      lost: ({ lost }) => lost,
      'kept twice': ({ keptTwice }) => keptTwice,
    },
  },
  {
    measurement: 'fault',
    text: 'What went wrong, and what became of the answers whose effect the viewer saw.',
    columns: {
      fault: ({ fault }) => fault,
      trials: ({ trials }) => trials,
      acknowledged: ({ acknowledged }) => number(acknowledged),
      lost: ({ lost }) => lost,
      'kept twice': ({ keptTwice }) => keptTwice,
      'out of order': ({ outOfOrder }) => outOfOrder,
    },
  },
];

/** The lines of one run as tables for people. */
export async function formatTables(lines, machine) {
  const { cpu, cores, memoryGiB, os, node, chromium } = machine;
  const tables = TABLES.flatMap(({ measurement, text, columns }) => {
    const rows = lines.filter((line) => line.measurement === measurement);
    return rows.length > 0 ? [`${text}\n\n${table(columns, rows)}`] : [];
  });
  const section = `\`npm run bench:log -- --write\` on ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${os}, Node ${node}, Chromium ${chromium}.

${tables.join('\n\n')}`;
  return (await format(section, { ...(await resolveConfig(join(top, 'docs/x.md'))), parser: 'markdown' })).trim();
}

function table(columns, rows) {
  const names = Object.keys(columns);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(names),
    line(names.map(() => '---')),
    ...rows.map((row) => line(names.map((name) => columns[name](row)))),
  ].join('\n');
}

/** Puts the tables between their marks. */
export function writeSection(path, section) {
  const file = join(top, path);
  const text = readFileSync(file, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${path} has no place for the tables: ${BEGIN} … ${END}.`);
  writeFileSync(file, `${text.slice(0, begin + BEGIN.length)}\n\n${section}\n\n${text.slice(end)}`);
}
