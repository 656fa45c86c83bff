import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';

import type { CsvCell } from '../domain/csv.js';
import {
  REACTION_COLUMNS,
  reactionCells,
  type ColumnKind,
  type LoggedReaction,
  type TableOptions,
} from '../domain/reaction-columns.js';

/** Large enough for a reader to skip by, small enough to be held in memory while it fills. */
const GROUP_ROWS = 2_500;

const SCHEMA: SchemaElement[] = [
  { name: 'root', num_children: REACTION_COLUMNS.length },
  ...REACTION_COLUMNS.map(({ name, kind }): SchemaElement => ({
    name,
    repetition_type: 'OPTIONAL',
    ...typeOf(kind),
  })),
];

/** Writes a column file, one group of rows after the other. Its columns have the same names in every language. */
export async function* writeParquet(
  pages: AsyncIterable<readonly LoggedReaction[]>,
  options: TableOptions,
  groupRows = GROUP_ROWS,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: SCHEMA, createdBy: 'followup-player' });
  let columns = emptyColumns();

  const writeGroup = async () => {
    const columnData = REACTION_COLUMNS.map(({ name, kind }, index) => ({
      name,
      data: columns[index] ?? [],
      offsetIndex: false,
      // Of words nobody skips rows by the first and the last; and all of it is held in memory until the end.
      statistics: kind !== 'text' && kind !== 'wall-time',
    }));
    await writer.write({ columnData, rowGroupSize: groupRows });
    // Without indexes nothing is to be written of them at the end, and nothing need be held until then.
    writer.pendingIndexes = [];
    columns = emptyColumns();
  };

  for await (const rows of pages) {
    for (const row of rows) {
      reactionCells(row, options).forEach((cell, index) => columns[index]?.push(valueOf(cell, index)));
      if ((columns[0]?.length ?? 0) < groupRows) continue;
      await writeGroup();
      yield takeBytes(bytes);
    }
  }
  if (columns[0]?.length) await writeGroup();
  await writer.finish();
  yield takeBytes(bytes);
}

type Value = string | number | Date | null;

function emptyColumns(): Value[][] {
  return REACTION_COLUMNS.map(() => []);
}

function typeOf(kind: ColumnKind): Partial<SchemaElement> {
  switch (kind) {
    case 'whole':
      return { type: 'INT32' };
    case 'number':
      return { type: 'DOUBLE' };
    case 'instant':
      return { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' };
    case 'text':
    case 'wall-time':
      return { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  }
}

function valueOf(cell: CsvCell, index: number): Value {
  if (cell === undefined) return null;
  if (typeof cell === 'number' || REACTION_COLUMNS[index]?.kind !== 'instant') return cell;
  return new Date(cell);
}

/** Takes what was written so far. The writer goes on counting from the beginning of the file, and never looks back. */
function takeBytes(bytes: ByteWriter): Uint8Array {
  const taken = bytes.getBytes().slice();
  bytes.index = 0;
  return taken;
}
