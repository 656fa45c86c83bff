import type { Graph } from '../domain/graph.js';
import { labelGraphs } from '../domain/labels.js';
import { reactionsToCsv } from '../domain/reaction-csv.js';
import { reactionsToJsonLines } from '../domain/reaction-json.js';
import type { Reaction } from '../domain/reaction.js';

/** Writes a browser's own log as a file: the same columns and lines as the collector's. Names are not kept here. */
export function exportReactions(graph: Graph, reactions: readonly Reaction[], format: 'csv' | 'jsonl'): string {
  const rows = reactions.map((reaction) => ({ reaction }));
  if (format === 'jsonl') return reactionsToJsonLines(rows);
  return reactionsToCsv(rows, {
    language: graph.language.startsWith('ja') ? 'ja' : 'en',
    labels: labelGraphs([graph]),
  });
}
