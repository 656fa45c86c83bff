import { resolve, delimiter } from 'node:path';

import { FollowupError } from '../domain/error.js';
import { EXPORT_FILES, EXPORT_FORMATS, type ExportFormat } from '../domain/export-format.js';
import { CSV_LANGUAGES, type CsvLanguage } from '../domain/reaction-csv-words.js';
import { FILTER_NAMES, readFilter } from '../domain/reading.js';
import type { ReadingFilter } from '../domain/report.js';
import { isWebAddress } from '../domain/xapi-home.js';
import { DEFAULT_TIME_ZONE, isTimeZone } from '../domain/zoned-time.js';
import { readArguments, type Surroundings } from './command.js';

const OPTIONS = {
  format: { type: 'string' },
  out: { type: 'string' },
  to: { type: 'string' },
  data: { type: 'string' },
  database: { type: 'string' },
  'names-database': { type: 'string' },
  collector: { type: 'string' },
  'token-file': { type: 'string' },
  graph: { type: 'string' },
  topic: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  'time-zone': { type: 'string' },
  language: { type: 'string' },
  words: { type: 'string', multiple: true },
  names: { type: 'boolean' },
  home: { type: 'string' },
  columns: { type: 'boolean' },
  'cursor-file': { type: 'string' },
} as const;

/** Where the reactions are read from. */
export type ExportSource =
  | { readonly type: 'data'; readonly folder: string; readonly namesDatabase: string | undefined }
  | { readonly type: 'database'; readonly address: string; readonly namesDatabase: string | undefined }
  | { readonly type: 'collector'; readonly address: string; readonly tokenFile: string };

/** Where they go. */
export type ExportTarget =
  { readonly type: 'file'; readonly file: string } | { readonly type: 'lrs'; readonly address: string };

export interface ExportSettings {
  readonly format: ExportFormat;
  readonly source: ExportSource;
  readonly target: ExportTarget;
  readonly filter: ReadingFilter;
  readonly timeZone: string;
  readonly language: CsvLanguage;
  /** Graphs and folders of them, for the words beside the ids. */
  readonly words: readonly string[];
  readonly names: boolean;
  /** What statements are named under. Undefined where the collector names them under itself. */
  readonly home: string | undefined;
  /** Whether a description of the columns is written beside the file. */
  readonly columns: boolean;
  readonly cursorFile: string | undefined;
}

const wrong = (message: string) => new FollowupError('bad-arguments', message);

/** Reads what is wanted, and says in a sentence what cannot be. */
export function readExportSettings(args: readonly string[], env: Surroundings['env']): ExportSettings {
  const { values } = readArguments(args, OPTIONS, false);
  const format = readFormat(values.format);
  const source = readSource(values, env);
  const timeZone = values['time-zone'] ?? env['FOLLOWUP_TIME_ZONE'] ?? DEFAULT_TIME_ZONE;
  if (!isTimeZone(timeZone)) throw wrong(`"${timeZone}" is no time zone. Write one such as Asia/Tokyo.`);
  const cursorFile = values['cursor-file'];
  if (cursorFile !== undefined && !EXPORT_FILES[format].resumable) {
    throw wrong(`A ${format} file is written whole, so it needs no --cursor-file. Leave it out, or take csv or jsonl.`);
  }
  return {
    format,
    source,
    target: readTarget(values.out, values.to, format),
    filter: readFilterOptions(values, timeZone),
    timeZone,
    language: readLanguage(values.language),
    words: values.words ?? (env['FOLLOWUP_GRAPHS'] ?? '').split(delimiter).filter(Boolean),
    names: values.names ?? false,
    home: readHome(values.home, format, source),
    columns: values.columns ?? false,
    cursorFile: cursorFile === undefined ? undefined : resolve(cursorFile),
  };
}

function readFormat(text: string | undefined): ExportFormat {
  const format = EXPORT_FORMATS.find((one) => one === text);
  if (format) return format;
  const list = EXPORT_FORMATS.join(', ');
  throw wrong(text === undefined ? `Say --format, one of ${list}.` : `"${text}" is no format. Choose one of ${list}.`);
}

function readLanguage(text = 'ja'): CsvLanguage {
  const language = CSV_LANGUAGES.find((one) => one === text);
  if (language) return language;
  throw wrong(`"${text}" is no language of the files. Choose one of ${CSV_LANGUAGES.join(', ')}.`);
}

interface SourceOptions {
  readonly data?: string | undefined;
  readonly database?: string | undefined;
  readonly 'names-database'?: string | undefined;
  readonly collector?: string | undefined;
  readonly 'token-file'?: string | undefined;
}

function readSource(values: SourceOptions, env: Surroundings['env']): ExportSource {
  const { data, database, collector } = values;
  if ([data, database, collector].filter((one) => one !== undefined).length > 1) {
    throw wrong('Say one of --data, --database and --collector: reactions are read from one place.');
  }
  if (collector !== undefined) {
    const tokenFile = values['token-file'] ?? env['FOLLOWUP_TOKEN_FILE'];
    if (tokenFile === undefined) throw wrong('Reading from a collector needs its token. Say --token-file FILE.');
    return { type: 'collector', address: readAddress('collector', collector), tokenFile };
  }
  const namesDatabase = values['names-database'] ?? env['FOLLOWUP_NAMES_DATABASE'];
  const place = database ?? (data === undefined ? env['FOLLOWUP_DATABASE'] : undefined);
  if (place) return { type: 'database', address: place, namesDatabase };
  return { type: 'data', folder: resolve(data ?? env['FOLLOWUP_DATA'] ?? 'followup-data'), namesDatabase };
}

function readTarget(out: string | undefined, to: string | undefined, format: ExportFormat): ExportTarget {
  if (out !== undefined && to !== undefined) throw wrong('Say --out or --to, not both.');
  if (to === undefined) {
    if (out === undefined) throw wrong(`Say where to write: --out reactions.${EXPORT_FILES[format].ending}`);
    return { type: 'file', file: resolve(out) };
  }
  if (format !== 'xapi') throw wrong('Only xAPI statements are sent to a record store. Say --format xapi with --to.');
  const address = readAddress('to', to);
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return { type: 'lrs', address };
  throw wrong(`"${to}" would carry the password in the clear. Write an address that begins with https://.`);
}

/** Without the slash at its end. Passwords in addresses end up in logs, so none may stand here. */
function readAddress(option: string, text: string): string {
  const address = text.replace(/\/+$/, '');
  if (isWebAddress(address)) return address;
  throw wrong(`--${option} "${text}" is no web address. Write it as https://lrs.example.jp/xapi, without a password.`);
}

function readHome(text: string | undefined, format: ExportFormat, source: ExportSource): string | undefined {
  if (format !== 'xapi') {
    if (text !== undefined) throw wrong('--home is for --format xapi alone. Leave it out.');
    return undefined;
  }
  if (text === undefined && source.type === 'collector') return undefined;
  if (text !== undefined && isWebAddress(text)) return text;
  throw wrong(
    `xAPI names viewings and scenes under an address of your own${text === undefined ? '' : `, and "${text}" is none`}. Say --home https://recruit.example.jp/`,
  );
}

type FilterOptions = Readonly<Partial<Record<(typeof FILTER_NAMES)[number], string>>>;

function readFilterOptions(values: FilterOptions, timeZone: string): ReadingFilter {
  const read = readFilter(Object.fromEntries(FILTER_NAMES.map((name) => [name, values[name]])), timeZone);
  if (read.type === 'unreadable') throw wrong(read.message.replace(/"(graph|topic|since|until)"/g, '--$1'));
  return read.filter;
}
