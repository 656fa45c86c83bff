import { cleaned, type CsvCell } from './csv.js';
import type { ColumnKind } from './reaction-columns.js';
import { XLSX_STYLES } from './xlsx-parts.js';

/** What Excel takes in one cell, in UTF-16 code units. A file with more does not open. */
export const CELL_LENGTH = 32_767;

/** Writes one row of a sheet. Words are words by their type, so nothing in them is ever run as a formula. */
export function xlsxRow(row: number, cells: readonly CsvCell[], kinds: readonly ColumnKind[]): string {
  const written = cells.map((cell, index) => xlsxCell(`${columnLetters(index)}${row}`, cell, kinds[index] ?? 'text'));
  return `<row r="${row}">${written.join('')}</row>`;
}

/** Writes the first row of a sheet. */
export function xlsxHead(words: readonly string[]): string {
  const cells = words.map((word, index) => textCell(`${columnLetters(index)}1`, word, XLSX_STYLES.head));
  return `<row r="1">${cells.join('')}</row>`;
}

function xlsxCell(place: string, cell: CsvCell, kind: ColumnKind): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? `<c r="${place}"><v>${cell}</v></c>` : textCell(place, String(cell));
  }
  const serial = kind === 'wall-time' || kind === 'instant' ? serialOf(cell) : undefined;
  if (serial !== undefined) return `<c r="${place}" s="${XLSX_STYLES.time}"><v>${serial}</v></c>`;
  return textCell(place, cell);
}

function textCell(place: string, text: string, style?: number): string {
  const styled = style === undefined ? '' : ` s="${style}"`;
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${xlsxText(text)}</t></is></c>`;
}

/** Makes words fit to stand in a sheet's XML. `_x0041_` would be read as an A, so its first line is written by its own number. */
export function xlsxText(text: string): string {
  return fitted(cleaned(text))
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Cuts what Excel would not open, and says so in the cell. */
function fitted(text: string): string {
  if (text.length <= CELL_LENGTH) return text;
  const sentence = ` … [${text.length} characters, cut here: a cell takes ${CELL_LENGTH}. The CSV has all of it.]`;
  const kept = text.slice(0, CELL_LENGTH - sentence.length);
  // Never half of a pair.
  return kept.replace(/[\uD800-\uDBFF]$/, '') + sentence;
}

/** The number by which spreadsheets know a time: days since the end of 1899. Undefined where they would be wrong. */
function serialOf(time: string): number | undefined {
  const ms = Date.parse(`${time.replace(' ', 'T').replace(/Z$/, '')}Z`);
  // Excel takes 1900 for a leap year, so its days before March of that year are not ours.
  if (Number.isNaN(ms) || ms < Date.UTC(1900, 2, 1)) return undefined;
  return ms / 86_400_000 + 25_569;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
