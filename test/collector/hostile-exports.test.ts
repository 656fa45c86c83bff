import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';

import { writeParquet } from '../../src/collector/export-parquet.js';
import { writeXlsx } from '../../src/collector/export-xlsx.js';
import { cleaned, defused } from '../../src/domain/csv.js';
import { labelGraphs } from '../../src/domain/labels.js';
import { columnHeads, type LoggedReaction } from '../../src/domain/reaction-columns.js';
import { reactionsToCsv } from '../../src/domain/reaction-csv.js';
import { reactionsToJsonLines } from '../../src/domain/reaction-json.js';
import type { Reaction } from '../../src/domain/reaction.js';
import { parseCsv } from '../domain/parse-csv.js';
import { aReaction } from './reactions.js';

const options = { language: 'en', labels: labelGraphs([]), timeZone: 'UTC' } as const;

/** What a viewer, or a program that calls itself one, may have written. */
const HOSTILE: Readonly<Record<string, string>> = {
  'a formula': '=HYPERLINK("https://example.com","click")',
  'a formula in full width': '＝1+1',
  'a command': "@SUM(1)*cmd|' /C calc'!A0",
  quotes: 'say "yes", and "no"\'',
  'line breaks': 'one\ntwo\r\nthree\rfour\u2028five\u0085six',
  'a NUL': 'before\u0000after',
  'control characters': '\u0001\u0008\u000b\u001f\u007f',
  'half a pair': 'a\uD800b\uDC00',
  'marks of direction': '\u202Eevil\u202C \u200F\u2066x\u2069',
  'a mark of byte order': '\uFEFF=1+1',
  'what is no character': '\uFFFE\uFFFF',
  'an escape of Excel': '_x0041_ _x005F_',
  markup: '<script>alert(1)</script>]]><![CDATA[ &amp; &#0;',
  'a million signs': '長'.repeat(1_000_000),
  spaces: '  \u3000 ',
};

function rowsOf(texts: readonly string[]): LoggedReaction[] {
  return texts.map((text, index) => {
    const reaction = aReaction({ type: 'asked', scene: 'hub', text, signals: [] }, { sequence: index + 1 });
    return { reaction, identity: { viewing: reaction.viewing, name: text } };
  });
}

async function* onePage(rows: readonly LoggedReaction[]) {
  yield await Promise.resolve(rows);
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

const texts = Object.values(HOSTILE);
const column = columnHeads(options).indexOf('In their own words');
const nameColumn = columnHeads(options).indexOf('Name');

describe('hostile words', () => {
  it('stand in CSV as words, whole', () => {
    const rows = parseCsv(reactionsToCsv(rowsOf(texts), options).slice(1)).slice(1);

    expect(rows.map((row) => row[column])).toEqual(texts.map((text) => defused(cleaned(text))));
    expect(rows.map((row) => row[nameColumn])).toEqual(texts.map((text) => defused(cleaned(text))));
  });

  it('come back out of JSON Lines as they were, sign by sign', () => {
    const lines = reactionsToJsonLines(rowsOf(texts)).trimEnd().split('\n');

    expect(lines.map((line) => (JSON.parse(line) as Reaction & { text: string }).text)).toEqual(texts);
  });

  it('come back out of Parquet as they were, but for halves of pairs', async () => {
    const file = await gather(writeParquet(onePage(rowsOf(texts)), options));
    const rows = await parquetReadObjects({ file: new Uint8Array(file).buffer });

    expect(rows.map((row) => row['text'])).toEqual(texts.map(wellFormed));
    expect(rows.map((row) => row['name'])).toEqual(texts.map(wellFormed));
  });

  it('stand in a workbook as words, and a text that no cell takes is cut with a sentence', async () => {
    const [sheet] = await readExcel(await gather(writeXlsx(onePage(rowsOf(texts)), options)), { trim: false });
    const cells = (sheet?.data ?? []).slice(1).map((row) => row[column]);
    const byName = Object.fromEntries(Object.keys(HOSTILE).map((name, index) => [name, cells[index]]));

    expect(byName).toMatchObject({
      'a formula': '=HYPERLINK("https://example.com","click")',
      'a formula in full width': '＝1+1',
      quotes: 'say "yes", and "no"\'',
      'line breaks': 'one\ntwo\nthree\nfour\u2028five\u0085six',
      'a NUL': 'before\uFFFDafter',
      'half a pair': 'a\uFFFDb\uFFFD',
      'marks of direction': HOSTILE['marks of direction'],
      'what is no character': '\uFFFD\uFFFD',
      markup: HOSTILE['markup'],
    });
    const cut = String(byName['a million signs']);
    expect(cut).toHaveLength(32_767);
    expect(cut).toMatch(/^長+ … \[1000000 characters, cut here: a cell takes 32767\. The CSV has all of it\.\]$/);
  });

  it('whatever they are, are read back from every file', async () => {
    const anything = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(anything, async (words) => {
        const rows = rowsOf(words);
        const parquet = await gather(writeParquet(onePage(rows), options));
        const [sheet] = await readExcel(await gather(writeXlsx(onePage(rows), options)), { trim: false });

        const read = await parquetReadObjects({ file: new Uint8Array(parquet).buffer });
        expect(read.map((row) => row['text'])).toEqual(words.map(wellFormed));
        expect(sheet?.data).toHaveLength(words.length + 1);
        expect(sheet?.data.slice(1).map((row) => row[column])).toEqual(words.map(asSheetReads));
        expect(parseCsv(reactionsToCsv(rows, options).slice(1))).toHaveLength(words.length + 1);
      }),
      { numRuns: 60 },
    );
  });
});

/** UTF-8 has no halves of pairs. A mark of byte order at the very beginning is there, and this reader takes it off. */
function wellFormed(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

function asSheetReads(text: string): string {
  return cleaned(text).replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}
