import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { top } from '../../scripts/run.mjs';
import { judge } from './verdicts.mjs';

const BEGIN = '<!-- bench:playback -->';
const END = '<!-- /bench:playback -->';

const kilobytes = (bytes) => `${Math.round(bytes / 1_000)} kB`;
const megabytes = (bytes) => (bytes === undefined ? '–' : `${Math.round(bytes / 1e6)} MB`);
const pair = (one, two) => (one === undefined || Number.isNaN(one) ? '–' : `${one} / ${two}`);

const TABLES = [
  {
    title: 'What must hold',
    text: 'Of the cells that a rule speaks of, the worst.',
    pick: judge,
    columns: {
      Where: ({ where }) => where,
      What: ({ what }) => what,
      Wanted: ({ wanted }) => wanted,
      Measured: ({ measured = '–' }) => measured,
      Cell: ({ cell }) => (cell ? `\`${cell}\`` : '–'),
      Verdict: ({ verdict, failed, cells }) =>
        verdict === 'not met' && cells > 1 ? `not met in ${failed} of ${cells}` : verdict,
    },
  },
  {
    title: 'From the answer to the picture',
    text:
      'Milliseconds from the click, median / 95 %. A cell is the line, the time to think, the answers, and the clip. ' +
      'Still: the median until at least a poster of the chosen clip stands. ' +
      'Stalls and blank frames are sums over all switches; bytes are a mean, beside what the chosen clip alone has.',
    pick: (lines) => lines.filter(({ measure }) => measure === 'switch'),
    columns: {
      Cell: ({ cell }) => `\`${cell}\``,
      Way: ({ way }) => (way === 'player' ? '**player**' : way),
      Switches: ({ switches, faults }) =>
        faults.length > 0 ? `${switches}, ${faults.length} turns broke off` : switches,
      Still: ({ stillMedianMs }) => (Number.isNaN(stillMedianMs) ? '–' : stillMedianMs),
      Picture: (line) => pair(line.pictureMedianMs, line.pictureP95Ms),
      Moving: (line) => pair(line.movingMedianMs, line.movingP95Ms),
      'Player / it': ({ cell, way }, lines) => ratioToPlayer(cell, way, lines),
      Stalls: ({ stalls, stalledMs }) => (stalls > 0 || stalledMs > 0 ? `${stalls} (${stalledMs} ms)` : 0),
      Blank: ({ blankFrames }) => blankFrames,
      Bytes: (line) => `${kilobytes(line.bytesPerSwitch)} (${line.bytesPerClip})`,
      'Never shown': (line) => kilobytes(line.unshownBytesPerSwitch),
      Memory: ({ peakMemoryBytes }) => megabytes(peakMemoryBytes),
    },
  },
  {
    title: 'From the navigation to the first frame',
    text:
      'Nothing in the cache; the notice is answered in the frame in which it appears. Scripts are counted as they ' +
      'are sent, after brotli, until the first frame. Later: a bare page that begins where the resumed viewing stood.',
    pick: (lines) => lines.filter(({ measure }) => measure === 'navigation'),
    columns: {
      Line: ({ line }) => `\`${line}\``,
      Page: ({ way }) => way,
      Trials: ({ trials }) => trials,
      'First frame': (line) => pair(line.pictureMedianMs, line.pictureP95Ms),
      Moving: (line) => pair(line.movingMedianMs, line.movingP95Ms),
      Scripts: ({ scriptBytes }) => `${(scriptBytes / 1_000).toFixed(1)} kB`,
      'It / bare': ({ ratio }) => ratio,
      'It / bare, later': ({ laterRatio }) => laterRatio ?? '–',
    },
  },
  {
    title: 'Memory over a long viewing',
    text: 'The last fifth of the way beside the second.',
    pick: (lines) => lines.filter(({ measure }) => measure === 'memory'),
    columns: {
      Way: ({ way }) => way,
      Switches: ({ switches, faults }) => (faults.length > 0 ? `${switches}, broke off` : switches),
      'Script heap': ({ heapGrowth }) => heapGrowth,
      Nodes: ({ nodesGrowth }) => nodesGrowth,
      Processes: ({ processGrowth }) => processGrowth,
    },
  },
];

/** What was measured, as tables that a terminal shows as well as a page. */
export async function formatTables(lines, machine) {
  const { cpu, cores, memoryGiB, os, node, chromium } = machine;
  const tables = TABLES.flatMap(({ title, text, pick, columns }) => {
    const rows = pick(lines);
    return rows.length > 0 ? [`### ${title}\n\n${text}\n\n${table(columns, rows, lines)}`] : [];
  });
  const section = `## Playback

Measured by \`npm run bench:playback -- --write\` on ${cpu}, ${cores} cores, ${memoryGiB} GiB,
${os}, Node ${node}, Chromium ${chromium}. How it is measured is told in [bench/playback](../bench/playback/README.md). Ratios can be
compared between machines, milliseconds cannot.

${tables.join('\n\n')}
`;
  const style = await resolveConfig(join(top, 'docs/performance.md'));
  return format(section, { ...style, parser: 'markdown' });
}

/** Puts the section between its markers, in the place of an older one, or at the end of the page. */
export function placeSection(page, section) {
  const block = `${BEGIN}\n\n${section.trim()}\n\n${END}\n`;
  if (findSection(page) !== undefined) {
    const after = page.slice(page.indexOf(END) + END.length).replace(/^\n/, '');
    return page.slice(0, page.indexOf(BEGIN)) + block + after;
  }
  return `${page.trimEnd()}\n\n${block}`.trimStart();
}

/** The section of a page, and all that comes after it. Empty where it has none. */
export function fromSectionOn(page) {
  return findSection(page) === undefined ? '' : page.slice(page.indexOf(BEGIN));
}

/** The section that a page has, without its markers. */
function findSection(page) {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  return begin >= 0 && end > begin ? page.slice(begin + BEGIN.length, end).trim() : undefined;
}

export function writeSection(path, section) {
  const file = join(top, path);
  writeFileSync(file, placeSection(existsSync(file) ? readFileSync(file, 'utf8') : '# Performance\n', section));
}

function ratioToPlayer(cell, way, lines) {
  const player = lines.find((line) => line.cell === cell && line.way === 'player');
  const ratios = player?.ratios[way];
  return ratios ? `${ratios.picture} / ${ratios.moving}` : '–';
}

function table(columns, rows, lines) {
  const names = Object.keys(columns);
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) => line(names.map((name) => columns[name](row, lines))));
  return [line(names), line(names.map(() => '---')), ...body].join('\n');
}
