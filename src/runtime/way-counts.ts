import { findScene, type Graph } from '../domain/graph.js';
import type { WayCounts } from '../domain/likelihood.js';
import type { SceneId } from '../domain/scene.js';

export interface WayCountsOptions {
  /** What a relative address of the collector is relative to. */
  readonly base?: string;
  readonly timeoutMs?: number;
}

/** A later answer would change little: the viewer is well on their way. */
const TIMEOUT_MS = 10_000;
/** Far more than a collector tells of 2,000 scenes. Rubbish may have no end. */
const MOST_BYTES = 500_000;

/**
 * Asks the collector which ways earlier viewers took through this graph. Undefined if it does not say: then the order
 * of the branches counts, and nobody needs to be told. Never rejects.
 */
export async function fetchWayCounts(
  collector: string,
  graph: Graph,
  { base = document.baseURI, timeoutMs = TIMEOUT_MS }: WayCountsOptions = {},
): Promise<WayCounts | undefined> {
  try {
    const response = await fetch(waysUrl(collector, graph, base), {
      credentials: 'omit',
      // The collector checks the origin; which page it was is none of its business.
      referrerPolicy: 'strict-origin',
      priority: 'low',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return undefined;
    }
    const text = await readText(response);
    return text === undefined ? undefined : readWayCounts(JSON.parse(text), graph);
  } catch {
    // No address, no line, no collector of this kind, or rubbish: all the same to whoever watches.
    return undefined;
  }
}

/** Keeps what the page gave behind a question mark, as the beacon does. */
function waysUrl(collector: string, graph: Graph, base: string): string {
  const url = new URL(collector, base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/ways`;
  url.searchParams.set('graph', graph.id);
  return url.href;
}

async function readText(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; bytes <= MOST_BYTES;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return undefined;
}

/** Takes only counts of ways that this graph has, so that an answer never holds more than the graph. */
function readWayCounts(answer: unknown, graph: Graph): WayCounts | undefined {
  if (!isRecord(answer) || answer['graph'] !== graph.id || !isRecord(answer['ways'])) return undefined;
  const counts = new Map<SceneId, ReadonlyMap<SceneId, number>>();
  for (const [from, targets] of Object.entries(answer['ways'])) {
    const branches = findScene(graph, from)?.branches ?? [];
    if (branches.length === 0 || !isRecord(targets)) continue;
    const known = new Set(branches.map(({ to }) => to));
    const ways = Object.entries(targets).filter(
      (way): way is [SceneId, number] => known.has(way[0]) && isCount(way[1]),
    );
    if (ways.length > 0) counts.set(from, new Map(ways));
  }
  return counts;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sums of whole, safe numbers stay finite. */
function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
