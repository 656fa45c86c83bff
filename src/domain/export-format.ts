/** The files that reactions are handed out as. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl', 'parquet', 'xapi'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportFile {
  /** How its name ends, and the end of its address. */
  readonly ending: string;
  /** Its media type. */
  readonly type: string;
  /** Rows stand for themselves, so that a file may be cut between two of them and gone on with. */
  readonly resumable: boolean;
  /** It has words of a language in it: a header, or what happened. */
  readonly worded: boolean;
}

export const EXPORT_FILES: Readonly<Record<ExportFormat, ExportFile>> = {
  csv: { ending: 'csv', type: 'text/csv; charset=utf-8', resumable: true, worded: true },
  xlsx: {
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    resumable: false,
    worded: true,
  },
  jsonl: { ending: 'jsonl', type: 'application/x-ndjson; charset=utf-8', resumable: true, worded: false },
  parquet: { ending: 'parquet', type: 'application/vnd.apache.parquet', resumable: false, worded: true },
  xapi: { ending: 'xapi.jsonl', type: 'application/x-ndjson; charset=utf-8', resumable: true, worded: false },
};
