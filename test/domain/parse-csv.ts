/** Reads RFC 4180 back, as strictly as a test wants it: CRLF after each row, quotes only where a cell begins. */
export function parseCsv(file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let index = 0;
  while (index < file.length) {
    const [cell, next] = file[index] === '"' ? readQuoted(file, index + 1) : readPlain(file, index);
    row.push(cell);
    index = next;
    if (file[index] === ',') {
      index += 1;
    } else if (file.startsWith('\r\n', index)) {
      rows.push(row);
      row = [];
      index += 2;
      continue;
    } else {
      throw new Error(`Neither a comma nor CRLF at ${index}.`);
    }
    if (file.startsWith('\r\n', index)) {
      rows.push([...row, '']);
      row = [];
      index += 2;
    }
  }
  return rows;
}

function readPlain(file: string, start: number): [string, number] {
  let end = start;
  while (end < file.length && file[end] !== ',' && !file.startsWith('\r\n', end)) end += 1;
  const cell = file.slice(start, end);
  if (/["\r\n]/.test(cell)) throw new Error(`A bare cell holds a quote or a line break at ${start}.`);
  return [cell, end];
}

function readQuoted(file: string, start: number): [string, number] {
  let cell = '';
  for (let index = start; index < file.length; index += 1) {
    if (file[index] !== '"') cell += file[index];
    else if (file[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else return [cell, index + 1];
  }
  throw new Error('A quote is never closed.');
}
