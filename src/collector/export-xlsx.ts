import { Zip, ZipDeflate } from 'fflate';

import { FollowupError } from '../domain/error.js';
import {
  columnHeads,
  REACTION_COLUMNS,
  reactionCells,
  type LoggedReaction,
  type TableOptions,
} from '../domain/reaction-columns.js';
import { columnLetters, xlsxHead, xlsxRow } from '../domain/xlsx-cells.js';
import { sheetBegin, sheetEnd, sheetPath, workbookParts } from '../domain/xlsx-parts.js';

/** What a sheet takes, and the file around it: Excel's own bound, and those of a zip without 64-bit sizes. */
export interface XlsxBounds {
  readonly sheetRows: number;
  readonly sheetBytes: number;
  readonly fileBytes: number;
}

const BOUNDS: XlsxBounds = { sheetRows: 1_048_576, sheetBytes: 2_000_000_000, fileBytes: 4_000_000_000 };

const KINDS = REACTION_COLUMNS.map(({ kind }) => kind);
const WIDTHS = REACTION_COLUMNS.map(({ width }) => width);
const LAST_COLUMN = columnLetters(REACTION_COLUMNS.length - 1);

/** Writes a workbook while rows come in. Nothing is held back but what the zip has not given out yet. */
export async function* writeXlsx(
  pages: AsyncIterable<readonly LoggedReaction[]>,
  options: TableOptions,
  bounds: Partial<XlsxBounds> = {},
): AsyncGenerator<Uint8Array> {
  const { sheetRows, sheetBytes, fileBytes } = { ...BOUNDS, ...bounds };
  const zip = openZip(fileBytes);
  const sheets = openSheets(zip, options);

  for await (const rows of pages) {
    for (const row of rows) {
      if (sheets.rows >= sheetRows || sheets.bytes >= sheetBytes) sheets.next();
      sheets.add(row);
    }
    sheets.flush();
    yield* zip.take();
  }
  const names = sheets.close();
  for (const [path, content] of workbookParts(names)) zip.addFile(path)(content, true);
  zip.end();
  yield* zip.take();
}

type Push = (text: string, isLast?: boolean) => number;

/** The rows of one sheet after the other. */
function openSheets(zip: ReturnType<typeof openZip>, options: TableOptions) {
  const title = options.language === 'ja' ? '反応' : 'Reactions';
  const names: string[] = [];
  let push: Push = () => 0;
  let waiting: string[] = [];
  const sheets = {
    rows: 0,
    bytes: 0,
    next() {
      sheets.finish();
      names.push(names.length === 0 ? title : `${title} ${names.length + 1}`);
      push = zip.addFile(sheetPath(names.length));
      sheets.bytes = push(sheetBegin(WIDTHS, names.length === 1) + xlsxHead(columnHeads(options)));
      sheets.rows = 1;
    },
    add(row: LoggedReaction) {
      sheets.rows += 1;
      waiting.push(xlsxRow(sheets.rows, reactionCells(row, options), KINDS));
      if (waiting.length >= 200) sheets.flush();
    },
    flush() {
      if (waiting.length > 0) sheets.bytes += push(waiting.join(''));
      waiting = [];
    },
    finish() {
      sheets.flush();
      if (names.length > 0) push(sheetEnd(`A1:${LAST_COLUMN}${sheets.rows}`), true);
    },
    close(): readonly string[] {
      sheets.finish();
      return names;
    },
  };
  sheets.next();
  return sheets;
}

/** A zip that is taken out of as it grows. */
function openZip(fileBytes: number) {
  const encoder = new TextEncoder();
  let chunks: Uint8Array[] = [];
  let written = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    written += chunk.length;
    chunks.push(chunk);
  });
  return {
    addFile(path: string): Push {
      // The fastest level: the XML of a sheet shrinks to about a tenth even so.
      const file = new ZipDeflate(path, { level: 1 });
      zip.add(file);
      return (text, isLast = false) => {
        const bytes = encoder.encode(text);
        file.push(bytes, isLast);
        return bytes.length;
      };
    },
    end: () => zip.end(),
    *take(): Generator<Uint8Array> {
      if (written > fileBytes) {
        throw new FollowupError(
          'too-large',
          'The workbook grows past 4 GB, which Excel does not open. Choose a shorter period, or take CSV or Parquet.',
        );
      }
      const ready = chunks;
      chunks = [];
      yield* ready;
    },
  };
}
