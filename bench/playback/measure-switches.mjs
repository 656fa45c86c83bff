import { median, p95, rounded } from '../statistics.mjs';
import { makeClips } from './make-clips.mjs';
import { LAYER_CLIPS } from './make-graph.mjs';
import { WAYS } from './pages.mjs';
import { playTurn } from './play-turn.mjs';

/** After so many switches the next way has its turn: what the machine does besides falls on all alike. */
const TURN = 5;

/** Measures every cell, way after way in turns, and yields a line for each way of a cell. */
export async function* measureSwitches(cells, { switches, ways = WAYS, say }) {
  for (const cell of cells) {
    const media = await makeClips(cell.clip, clipNumbers(cell.answers), say);
    const found = new Map(ways.map((way) => [way, { turns: [], faults: [] }]));
    const rounds = Math.ceil(switches / TURN);
    for (let round = 0; round < rounds; round += 1) {
      say(`${cell.name}: round ${round + 1} of ${rounds} …`);
      const chosen = chooseAnswers(round * TURN, Math.min(TURN, switches - round * TURN), cell.answers);
      for (const way of rotate(ways, round)) {
        const { turns, faults } = found.get(way);
        await playTurn({ cell, way, chosen, media }).then(
          (turn) => turns.push(turn),
          (error) => faults.push(firstLine(error)),
        );
      }
    }
    const lines = ways.map((way) => summarize(cell, way, found.get(way)));
    yield* lines.map((line) => ({ ...line, ratios: compareWays(line, lines) }));
  }
}

/** Each answer as often as any other, and not in their order. */
export function chooseAnswers(first, count, answers) {
  return Array.from({ length: count }, (_, index) => ((first + index) * 5 + 3) % answers);
}

export function clipNumbers(answers) {
  const one = Array.from({ length: answers }, (_, answer) => answer);
  return [...one, ...one.map((answer) => LAYER_CLIPS + answer)];
}

function summarize(cell, way, { turns, faults }) {
  const all = turns.flatMap(({ switches }) => switches);
  const valuesOf = (name) => all.map((one) => one[name]);
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  const mean = (values) => Math.round(sum(values) / values.length);
  const memory = valuesOf('memoryBytes').filter((bytes) => bytes !== undefined);
  return {
    measure: 'switch',
    cell: cell.name,
    way,
    switches: all.length,
    faults,
    ...stage('still', valuesOf('stillMs')),
    ...stage('picture', valuesOf('pictureMs')),
    ...stage('moving', valuesOf('movingMs')),
    stalls: sum(valuesOf('stalls')),
    stalledMs: rounded(sum(valuesOf('stalledMs'))),
    blankFrames: sum(valuesOf('blankFrames')),
    blankMs: rounded(sum(valuesOf('blankMs'))),
    bytesPerSwitch: mean(valuesOf('bytes')),
    unshownBytesPerSwitch: mean(valuesOf('unshownBytes')),
    bytesPerClip: Math.round((sum(valuesOf('bytes')) / sum(valuesOf('clipBytes'))) * 100) / 100,
    peakMemoryBytes: memory.length > 0 ? Math.max(...memory) : undefined,
    doubledSoundFrames: sum(turns.map((turn) => turn.doubledSoundFrames)),
    frameMs: rounded(median(all.flatMap(({ frameIntervals }) => frameIntervals))),
  };
}

const stage = (name, values) => ({
  [`${name}MedianMs`]: rounded(median(values)),
  [`${name}P95Ms`]: rounded(p95(values)),
});

/** How many times as long this way takes as each other one, at the median. */
function compareWays(line, lines) {
  const others = lines.filter(({ way, switches }) => way !== line.way && switches > 0);
  const times = (name, other) => Math.round((line[name] / other[name]) * 1_000) / 1_000;
  return Object.fromEntries(
    others.map((other) => [
      other.way,
      { picture: times('pictureMedianMs', other), moving: times('movingMedianMs', other) },
    ]),
  );
}

function rotate(list, by) {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

export const firstLine = (error) => String(error instanceof Error ? error.message : error).split('\n')[0];
