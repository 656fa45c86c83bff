import { runnerImport } from 'vite';

import { top } from '../scripts/run.mjs';
import { median, p95, rounded } from './statistics.mjs';

/** Scenes, and how often each is measured: enough for a median, short enough to wait for. */
const CASES = [
  [100, 40],
  [1_000, 20],
  [10_000, 7],
];

/** How long the built package takes to check a graph, to compile it, and to stand in its first state. */
export async function* measureGraphs() {
  const { makeGraph } = (await runnerImport(`${top}bench/graphs.ts`, { configFile: false, logLevel: 'silent' })).module;
  const { checkGraph } = await import(`${top}dist/graph.js`);
  const { compileGraph } = await import(`${top}dist/machine.js`);
  const { initialTransition } = await import('xstate');
  for (const [scenes, trials] of CASES) {
    const graph = makeGraph(scenes);
    const problems = checkGraph(graph);
    if (problems.length > 0) throw new Error(`The graph of ${scenes} scenes is not clean: ${problems[0].message}`);
    const check = [];
    const compile = [];
    const begin = [];
    for (let trial = 0; trial < trials; trial += 1) {
      check.push(time(() => checkGraph(graph)));
      let machine;
      compile.push(time(() => (machine = compileGraph(graph))));
      begin.push(time(() => initialTransition(machine, {})));
    }
    yield {
      measure: 'graph',
      scenes,
      trials,
      ...stage('check', check),
      ...stage('compile', compile),
      ...stage('begin', begin),
    };
  }
}

const stage = (name, values) => ({
  [`${name}MedianMs`]: rounded(median(values)),
  [`${name}P95Ms`]: rounded(p95(values)),
});

function time(action) {
  const started = performance.now();
  action();
  return performance.now() - started;
}
