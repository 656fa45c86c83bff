import { readGraph } from '../domain/check-graph.js';
import { FollowupError } from '../domain/error.js';
import type { Graph } from '../domain/graph.js';
import type { Problem } from '../domain/problem.js';

/** What came of loading a graph. */
export interface LoadedGraph {
  /** Undefined if it cannot be played. */
  readonly graph?: Graph;
  /** The graph's own address: what is relative in it is relative to this. */
  readonly base: string;
  readonly problems: readonly Problem[];
  /** Why there is no graph. */
  readonly error?: FollowupError;
}

/** 20,000 scenes of a realistic size. More is a mistake, or an attack. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Fetches a graph and checks it. Never rejects. */
export async function loadGraph(src: string, base: string): Promise<LoadedGraph> {
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
    return parseGraph(text, src, response.url || address);
  } catch (cause) {
    const message = `The graph "${src}" could not be fetched. Check the address, the network, and that its server allows this page (CORS).`;
    return failed(address, 'graph-not-found', message, cause);
  }
}

function parseGraph(text: string, src: string, base: string): LoadedGraph {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    const message = `The graph "${src}" is not JSON. Check it with "npx followup-player check".`;
    const problem: Problem = { code: 'not-json', severity: 'error', path: '', message };
    return { base, problems: [problem], error: new FollowupError('graph-not-json', message, { cause }) };
  }
  return checkDocument(document, src, base);
}

/** Checks a graph that a page passed in as an object, or that was parsed already. */
export function checkDocument(document: unknown, name: string, base: string): LoadedGraph {
  const { graph, problems } = readGraph(document);
  if (graph) return { graph, base, problems };
  const count = problems.filter(({ severity }) => severity === 'error').length;
  const message = `The graph "${name}" cannot be played: ${count} mistakes. The first: ${problems[0]?.message ?? ''}`;
  return { base, problems, error: new FollowupError('graph-unplayable', message) };
}

function failed(base: string, code: string, message: string, cause?: unknown): LoadedGraph {
  return { base, problems: [], error: new FollowupError(code, message, { cause }) };
}
