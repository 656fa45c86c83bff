import { makeClips } from './make-clips.mjs';
import { chooseAnswers, clipNumbers, firstLine } from './measure-switches.mjs';
import { playTurn } from './play-turn.mjs';
import { measureProcesses } from './process-memory.mjs';

const CELL = { name: 'loopback/0.3s/2/small', line: 'loopback', thinkingSeconds: 0.3, answers: 2, clip: 'small' };
const SAMPLES = 20;

/** Whether a long viewing fills the memory: one page through many switches, ours and the plainest, at the same time. */
export async function* measureMemory({ switches, isKnown = () => false, say }) {
  const media = await makeClips(CELL.clip, clipNumbers(CELL.answers), say);
  const ways = ['player', 'swap'].filter((way) => !isKnown({ measure: 'memory', way, switches }));
  if (ways.length === 0) return;
  say(`Memory over ${switches} switches …`);
  yield* await Promise.all(ways.map((way) => measureWay(way, switches, media)));
}

async function measureWay(way, switches, media) {
  const samples = [];
  const every = Math.max(1, Math.floor(switches / SAMPLES));
  const watch = async ({ page, context, session, index }) => {
    if ((index + 1) % every === 0) samples.push({ switch: index + 1, ...(await sample(page, context, session)) });
  };
  const chosen = chooseAnswers(0, switches, CELL.answers);
  const fault = await playTurn({ cell: CELL, way, chosen, media, watch }).then(
    () => undefined,
    (error) => firstLine(error),
  );
  return { measure: 'memory', way, switches, faults: fault ? [fault] : [], ...compareFifths(samples), samples };
}

async function sample(page, context, session) {
  const own = await context.newCDPSession(page);
  await own.send('HeapProfiler.collectGarbage');
  await own.send('Performance.enable');
  const { metrics } = await own.send('Performance.getMetrics');
  await own.detach();
  const valueOf = (name) => metrics.find((metric) => metric.name === name)?.value;
  return {
    heapBytes: valueOf('JSHeapUsedSize'),
    nodes: valueOf('Nodes'),
    listeners: valueOf('JSEventListeners'),
    processBytes: await measureProcesses(session),
  };
}

/** The second fifth of the way against the last: the first still fills caches. */
export function compareFifths(samples) {
  const fifth = Math.max(1, Math.floor(samples.length / 5));
  const early = samples.slice(fifth, 2 * fifth);
  const late = samples.slice(-fifth);
  const mean = (list, name) => list.reduce((sum, each) => sum + (each[name] ?? NaN), 0) / list.length;
  const growth = (name) => Math.round((mean(late, name) / mean(early, name)) * 1_000) / 1_000;
  return {
    heapGrowth: growth('heapBytes'),
    nodesGrowth: growth('nodes'),
    processGrowth: growth('processBytes'),
    heapBytesPerSwitch: Math.round(
      (mean(late, 'heapBytes') - mean(early, 'heapBytes')) / (mean(late, 'switch') - mean(early, 'switch')),
    ),
  };
}
