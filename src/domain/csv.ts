/** Makes Excel read UTF-8. Goes before the first row, once. */
export const CSV_BOM = '\uFEFF';

export type CsvCell = string | number | undefined;

/**
 * Writes one row as RFC 4180 wants it, with its CRLF. Words are made safe for a spreadsheet; numbers are
 * written as they are, so that they can be summed.
 */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === undefined) return '';
  return typeof cell === 'number' ? String(cell) : quoted(defused(cleaned(cell)));
}

/**
 * Takes out what no spreadsheet can hold. Line breaks inside a cell become LF (Excel shows a CR as a
 * box), control characters and halves of surrogate pairs become U+FFFD, so that one sees that something was there.
 */
export function cleaned(text: string): string {
  // Most cells are ids and plain words, and a million rows have thirty million of them.
  if (/^[ -~]*$/.test(text)) return text;
  return (
    text
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- control characters are what it looks for
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Surrogate}/gu, '\uFFFD')
  );
}

/**
 * What a spreadsheet would run as a formula: an opening sign, in full width too (Excel's Japanese input
 * reads it alike), with anything invisible or an apostrophe of our own before it; or a tab or line break at the start,
 * which importers strip and then look again.
 */
const FORMULA = /^(?:[\t\n]|[\s\p{Cf}\uFFFD'’]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/u;

/** Puts an apostrophe before what a spreadsheet would run. To read it back, take one off where the pattern fits. */
export function defused(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",;\t\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
