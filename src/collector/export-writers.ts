import type { ExportFormat } from '../domain/export-format.js';
import type { LoggedReaction, TableOptions } from '../domain/reaction-columns.js';
import { csvHeader, reactionToCsv } from '../domain/reaction-csv.js';
import { reactionToJsonLine } from '../domain/reaction-json.js';
import { reactionToStatementLine } from '../domain/xapi-statement.js';

export interface ExportOptions extends TableOptions {
  /** What accounts and activities of xAPI are named under. */
  readonly home: string;
}

/** A file whose rows stand for themselves: it can be cut between two of them, and gone on with. */
export interface LineWriter {
  /** What comes before the first row. */
  head(options: ExportOptions): string;
  row(row: LoggedReaction, options: ExportOptions): string;
}

export type LineFormat = Exclude<ExportFormat, 'xlsx' | 'parquet'>;

const LINE_WRITERS: Readonly<Record<LineFormat, LineWriter>> = {
  csv: { head: csvHeader, row: reactionToCsv },
  jsonl: { head: () => '', row: reactionToJsonLine },
  xapi: { head: () => '', row: reactionToStatementLine },
};

export function isLineFormat(format: ExportFormat): format is LineFormat {
  return Object.hasOwn(LINE_WRITERS, format);
}

/** Some rows of a file, after what comes before the first of them if they are the first. */
export function writeRows(
  format: LineFormat,
  rows: readonly LoggedReaction[],
  options: ExportOptions,
  isFirst: boolean,
): string {
  const { head, row } = LINE_WRITERS[format];
  return (isFirst ? head(options) : '') + rows.map((one) => row(one, options)).join('');
}

/**
 * Writes a file while pages of rows come in. A page is asked for only when what the page before made was taken.
 *
 * @param isFirst - Whether the pages begin at the beginning, so that a header belongs before them.
 */
export async function* writeExport(
  format: ExportFormat,
  pages: AsyncIterable<readonly LoggedReaction[]>,
  options: ExportOptions,
  isFirst = true,
): AsyncGenerator<string | Uint8Array> {
  // What a format needs is fetched when it is asked for.
  if (format === 'xlsx') yield* (await import('./export-xlsx.js')).writeXlsx(pages, options);
  else if (format === 'parquet') yield* (await import('./export-parquet.js')).writeParquet(pages, options);
  else {
    if (isFirst) yield writeRows(format, [], options, true);
    for await (const rows of pages) yield writeRows(format, rows, options, false);
  }
}
