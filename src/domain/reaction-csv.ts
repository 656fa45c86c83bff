import { CSV_BOM, csvRow } from './csv.js';
import { columnHeads, reactionCells, type LoggedReaction, type TableOptions } from './reaction-columns.js';

/** Writes the first row, after the mark that makes Excel read UTF-8. */
export function csvHeader(options: TableOptions): string {
  return CSV_BOM + csvRow(columnHeads(options));
}

/** Writes the row of one reaction. */
export function reactionToCsv(row: LoggedReaction, options: TableOptions): string {
  return csvRow(reactionCells(row, options));
}

/** Writes a whole file. For many rows write the header and then row by row. */
export function reactionsToCsv(rows: Iterable<LoggedReaction>, options: TableOptions): string {
  let file = csvHeader(options);
  for (const row of rows) file += reactionToCsv(row, options);
  return file;
}
