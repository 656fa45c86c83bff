import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';

import { writeParquet } from '../../src/collector/export-parquet.js';
import { writeExport } from '../../src/collector/export-writers.js';
import { writeXlsx } from '../../src/collector/export-xlsx.js';
import { EXPORT_FORMATS } from '../../src/domain/export-format.js';
import { labelGraphs } from '../../src/domain/labels.js';
import { columnHeads, type LoggedReaction } from '../../src/domain/reaction-columns.js';
import { aGraph, aSingleChoice } from '../fixtures.js';
import { aReaction, aUuid } from './reactions.js';

const graph = aGraph({
  language: 'ja',
  title: '会社紹介',
  branches: { hub: ['team', 'end'], team: ['hub'], end: [] },
  scenes: {
    hub: { title: '何から見ますか', question: aSingleChoice({ id: 'about-hub', prompt: '知りたいことは？' }) },
  },
});
const japanese = { language: 'ja', labels: labelGraphs([graph]) } as const;
const english = { language: 'en', labels: labelGraphs([graph]), timeZone: 'UTC' } as const;

const answered = aReaction({
  type: 'answered',
  scene: 'hub',
  question: 'about-hub',
  options: ['yes'],
  text: '=1+1',
  to: 'team',
  signals: [{ kind: 'interest', topic: 'career', weight: 3 }],
});
const left = aReaction({ type: 'scene-left', scene: 'hub', to: 'team', watchedSeconds: 9.5 }, { sequence: 2 });

/** As many as a group of Parquet holds: whatever the format, something is made of each page of them. */
const ROWS = Array.from({ length: 2_500 }, (_, index) => ({
  reaction: { ...left, id: aUuid(index), sequence: index + 1 },
}));

async function* pagesOf(...pages: readonly (readonly LoggedReaction[])[]): AsyncGenerator<readonly LoggedReaction[]> {
  for (const page of pages) yield await Promise.resolve(page);
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

const exactBuffer = (file: Buffer): ArrayBuffer => new Uint8Array(file).buffer;

describe('writeExport', () => {
  it.each(EXPORT_FORMATS)('asks for a page of %s only when what the page before made was taken', async (format) => {
    let asked = 0;
    async function* endless(): AsyncGenerator<readonly LoggedReaction[]> {
      for (;;) {
        asked += 1;
        yield await Promise.resolve(ROWS);
      }
    }
    const chunks = writeExport(format, endless(), { ...english, home: 'https://recruit.example.jp/' });
    // The page that each chunk was made of: none for what comes before the first row.
    const askedAt: number[] = [];
    while (asked < 3) {
      await chunks.next();
      askedAt.push(asked);
    }
    await chunks.return(undefined);

    expect([...new Set(askedAt)].filter((page) => page > 0)).toEqual([1, 2, 3]);
  });
});

describe('writeXlsx', () => {
  it('has typed times and numbers, and words that are no formula', async () => {
    const file = await gather(writeXlsx(pagesOf([{ reaction: answered }], [{ reaction: left }]), japanese));

    const [{ sheet, data } = { sheet: '', data: [] }] = await readExcel(file);
    const [heads = [], first = [], second = []] = data;
    const cell = (row: readonly unknown[], head: string) => row[heads.indexOf(head)];

    expect(sheet).toBe('反応');
    expect(heads).toEqual(columnHeads(japanese));
    expect(cell(first, '日時（日本時間）')).toEqual(new Date('2026-11-20T14:03:05Z'));
    expect(cell(first, '日時（UTC）')).toEqual(new Date('2026-11-20T05:03:05Z'));
    expect(cell(first, '順番')).toBe(1);
    expect(cell(first, '関心の強さ')).toBe(3);
    expect(cell(first, '自由記述')).toBe('=1+1');
    expect(cell(first, '氏名')).toBeNull();
    expect(cell(second, '再生秒数')).toBe(9.5);
  });

  it('begins another sheet with its own header where one is full', async () => {
    const rows = [1, 2, 3, 4, 5].map((sequence) => ({ reaction: { ...left, id: aUuid(sequence), sequence } }));

    const sheets = await readExcel(await gather(writeXlsx(pagesOf(rows), english, { sheetRows: 3 })));

    expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ['Reactions', 3],
      ['Reactions 2', 3],
      ['Reactions 3', 2],
    ]);
    expect(sheets.map(({ data }) => data[0]?.[0])).toEqual(['Time (UTC)', 'Time (UTC)', 'Time (UTC)']);
  });

  it('is a workbook with a header even where there is nothing in it', async () => {
    const [{ data } = { data: [] }] = await readExcel(await gather(writeXlsx(pagesOf(), english)));

    expect(data).toEqual([columnHeads(english)]);
  });

  it('refuses with a sentence to grow past what Excel opens', async () => {
    await expect(gather(writeXlsx(pagesOf([{ reaction: left }]), english, { fileBytes: 10 }))).rejects.toThrow(
      /past 4 GB.*Choose a shorter period/,
    );
  });
});

describe('writeParquet', () => {
  it('has typed columns under names that no language changes', async () => {
    const file = await gather(writeParquet(pagesOf([{ reaction: answered }], [{ reaction: left }]), japanese));

    const [first, second] = await parquetReadObjects({ file: exactBuffer(file) });

    expect(first).toMatchObject({
      time: new Date('2026-11-20T05:03:05Z'),
      localTime: '2026-11-20 14:03:05',
      graph: '会社紹介',
      sequence: 1,
      happening: '回答',
      text: '=1+1',
      interest: 3,
      anxiety: null,
      optionIds: 'yes',
      reactionId: answered.id,
    });
    expect(second).toMatchObject({ watchedSeconds: 9.5, name: null });
  });

  it('is written in groups of rows, so that memory does not grow with the file', async () => {
    const rows = [1, 2, 3, 4, 5].map((sequence) => ({ reaction: { ...left, id: aUuid(sequence), sequence } }));

    const file = exactBuffer(await gather(writeParquet(pagesOf(rows.slice(0, 3), rows.slice(3)), english, 2)));

    expect(parquetMetadata(file).row_groups.map(({ num_rows }) => num_rows)).toEqual([2n, 2n, 1n]);
    expect((await parquetReadObjects({ file })).map((row) => row['sequence'])).toEqual([1, 2, 3, 4, 5]);
  });

  it('is a file with columns even where there is nothing in it', async () => {
    const file = exactBuffer(await gather(writeParquet(pagesOf(), english)));

    expect(parquetMetadata(file).num_rows).toBe(0n);
    expect(parquetMetadata(file).schema).toHaveLength(32);
  });
});
