import { writeRows, type ExportOptions, type LineFormat } from '../collector/export-writers.js';
import { readCursor, writeCursor, type ReactionStore, type StoreFilter } from '../collector/reaction-store.js';
import { FollowupError } from '../domain/error.js';
import { EXPORT_FILES, type ExportFormat } from '../domain/export-format.js';
import { readReaderToken } from './reader-token.js';
import type { ExportSettings } from './export-settings.js';
import { fetchPatiently, type Patience } from './patient-fetch.js';

/** Some rows of a file, one after the other. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly rows: number;
  /** Where the next piece begins; undefined after the last. */
  readonly next: string | undefined;
}

/** Reads the piece that begins there; the first one, with the header, where nothing is said. */
export type ReadPiece = (after: string | undefined) => Promise<Piece>;

/** Rows that one piece looks at. */
const PIECE_ROWS = 500;

export function piecesOfStore(
  store: ReactionStore,
  format: LineFormat,
  filter: StoreFilter,
  options: ExportOptions,
): ReadPiece {
  const encoder = new TextEncoder();
  return async (after) => {
    const cursor = after === undefined ? undefined : readCursor(after);
    const { rows, next } = await store.readPage(filter, cursor, PIECE_ROWS);
    return {
      bytes: encoder.encode(writeRows(format, rows, options, after === undefined)),
      rows: rows.length,
      next: next && writeCursor(next),
    };
  };
}

/** A collector hands out pieces as well, so that a line that breaks costs one piece and no more. */
export function piecesOfCollector(settings: ExportSettings, patience: Patience): ReadPiece {
  return async (after) => {
    const response = await askCollector(settings, { limit: '5000', ...(after !== undefined && { after }) }, patience);
    return {
      bytes: new Uint8Array(await response.arrayBuffer()),
      rows: Number(response.headers.get('x-followup-rows') ?? 0),
      next: response.headers.get('x-followup-next') ?? undefined,
    };
  };
}

/** Asks for a file, and turns a refusal into the collector's own sentence. */
export async function askCollector(
  { source, format, filter, language, names, home }: ExportSettings,
  more: Readonly<Record<string, string>>,
  patience: Patience,
): Promise<Response> {
  if (source.type !== 'collector') throw new Error('This export does not read from a collector.');
  const query = new URLSearchParams({
    ...filter,
    names: String(names),
    ...(EXPORT_FILES[format].worded && { language }),
    ...(home !== undefined && { home }),
    ...more,
  });
  const address = `${source.address}/reactions.${EXPORT_FILES[format].ending}?${query}`;
  const headers = { authorization: `Bearer ${readReaderToken(source.tokenFile)}` };
  const response = await fetchPatiently(address, { headers }, 'The collector', patience);
  if (response.ok) return response;
  throw new FollowupError('collector-refused', await sentenceOf(response, format));
}

async function sentenceOf(response: Response, format: ExportFormat): Promise<string> {
  try {
    const { message } = (await response.json()) as { readonly message?: unknown };
    if (typeof message === 'string') return `The collector answered: ${message}`;
  } catch {
    // Not a collector's answer, most likely a proxy's page. The status says enough.
  }
  return `The collector answered ${response.status} to the wish for ${format}. Check the address and the token.`;
}
