import { checkGraph } from '../../src/domain/check-graph.js';
import type { Condition } from '../../src/domain/condition.js';
import type { Graph } from '../../src/domain/graph.js';
import type { Scene } from '../../src/domain/scene.js';
import { aGraph } from '../fixtures.js';

/** What a test compares: the code and the place of each problem. */
export function told(input: unknown): string[] {
  return checkGraph(input).map(({ code, path }) => `${code} ${path}`);
}

/** Lays anything over a graph, as a careless author or a hostile page would. */
export function spoil(graph: Graph, changes: Record<string, unknown>): unknown {
  return { ...graph, ...changes };
}

export const picked = (question: string, option?: string): Condition => ({ type: 'answer', question, option });

/** A hub with two topics, both of which lead back, and a way on. */
export function aHub(scene: Partial<Scene> = {}, others: Record<string, Partial<Scene>> = {}): Graph {
  return aGraph({
    branches: { hub: ['team', 'work', 'end'], team: ['hub'], work: ['hub'], end: [] },
    scenes: { hub: { hub: true, ...scene }, ...others },
  });
}
