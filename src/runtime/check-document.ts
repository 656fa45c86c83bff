import { readGraph } from '../domain/check-graph.js';
import { FollowupError } from '../domain/error.js';
import type { Graph } from '../domain/graph.js';
import type { Problem } from '../domain/problem.js';

/** What came of a document. */
export interface CheckedDocument {
  /** Undefined if it cannot be played. */
  readonly graph?: Graph;
  readonly problems: readonly Problem[];
  /** Why there is no graph. */
  readonly error?: FollowupError;
}

/** Checks a document before anything of it is played. `name` is what its page calls it. */
export function checkDocument(document: unknown, name: string): CheckedDocument {
  const { graph, problems } = readGraph(document);
  if (graph) return { graph, problems };
  const count = problems.filter(({ severity }) => severity === 'error').length;
  const message = `The graph "${name}" cannot be played: ${count} mistakes. The first: ${problems[0]?.message ?? ''}`;
  return { problems, error: new FollowupError('graph-unplayable', message) };
}
