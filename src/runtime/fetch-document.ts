import { FollowupError } from '../domain/error.js';
import type { Problem } from '../domain/problem.js';

/** What came of fetching a graph, as it was written: nobody has checked it yet. */
export interface FetchedDocument {
  readonly document?: unknown;
  /** The document's own address: what is relative in it is relative to this. */
  readonly base: string;
  readonly problems: readonly Problem[];
  /** Why there is no document. */
  readonly error?: FollowupError;
}

/** 20,000 scenes of a realistic size. More is a mistake, or an attack. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Fetches a graph and reads it as JSON. Never rejects. */
export async function fetchDocument(src: string, base: string): Promise<FetchedDocument> {
  let address = src;
  try {
    address = new URL(src, base).href;
    const response = await fetch(address, { credentials: 'same-origin' });
    if (!response.ok) {
      return failed(address, 'graph-not-found', `The graph "${src}" answered ${response.status}. Check the address.`);
    }
    const text = await response.text();
    if (text.length > MOST_BYTES)
      return failed(address, 'graph-too-large', `The graph "${src}" is over 32 MB. Split it.`);
    return parse(text, src, response.url || address);
  } catch (cause) {
    const message = `The graph "${src}" could not be fetched. Check the address, the network, and that its server allows this page (CORS).`;
    return failed(address, 'graph-not-found', message, cause);
  }
}

function parse(text: string, src: string, base: string): FetchedDocument {
  try {
    return { document: JSON.parse(text) as unknown, base, problems: [] };
  } catch (cause) {
    const message = `The graph "${src}" is not JSON. Check it with "npx followup-player check".`;
    const problem: Problem = { code: 'not-json', severity: 'error', path: '', message };
    return { base, problems: [problem], error: new FollowupError('graph-not-json', message, { cause }) };
  }
}

function failed(base: string, code: string, message: string, cause?: unknown): FetchedDocument {
  return { base, problems: [], error: new FollowupError(code, message, { cause }) };
}
