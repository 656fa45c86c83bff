import { median, p95, rounded } from '../statistics.mjs';

/** Makes of all that was measured, turn by turn and visit by visit, one line for each way of a cell and of a line. */
export function summarize(measured) {
  const turns = groupBy(measured, 'turn', ({ cell, way }) => `${cell} ${way}`);
  const switches = turns.map((group) => summarizeTurns(group));
  const visits = groupBy(measured, 'visit', ({ line, way }) => `${line} ${way}`).map((group) => summarizeVisits(group));
  return [
    ...visits.map((line) => ({
      ...line,
      ratio: comparePage(line, 'bare', visits),
      // Who comes back is shown a picture in the midst of the clip, for which more of it has to come.
      ...(line.way === 'resumed' && { laterRatio: comparePage(line, 'bare, later', visits) }),
    })),
    ...switches.map((line) => ({ ...line, ratios: compareWays(line, switches) })),
    ...measured.filter(({ measure }) => measure === 'memory'),
  ];
}

function groupBy(measured, measure, keyOf) {
  const groups = new Map();
  for (const line of measured) {
    if (line.measure !== measure) continue;
    const group = groups.get(keyOf(line)) ?? [];
    groups.set(keyOf(line), [...group, line]);
  }
  return [...groups.values()];
}

const sum = (values) => values.reduce((total, value) => total + value, 0);
const mean = (values) => Math.round(sum(values) / values.length);
const stage = (name, values) =>
  values.length > 0 ? { [`${name}MedianMs`]: rounded(median(values)), [`${name}P95Ms`]: rounded(p95(values)) } : {};

function summarizeTurns(turns) {
  const [{ cell, way }] = turns;
  const all = turns.flatMap(({ switches }) => switches);
  const valuesOf = (name) => all.map((one) => one[name]);
  const memory = valuesOf('memoryBytes').filter((bytes) => bytes !== undefined);
  return {
    measure: 'switch',
    cell,
    way,
    switches: all.length,
    faults: turns.flatMap(({ fault }) => fault ?? []),
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
    frameMs: rounded(median(valuesOf('frameMs'))),
  };
}

/** How many times as long this way takes as each other one, at the median. */
function compareWays(line, lines) {
  const others = lines.filter(({ cell, way, switches }) => cell === line.cell && way !== line.way && switches > 0);
  const times = (name, other) => Math.round((line[name] / other[name]) * 1_000) / 1_000;
  return Object.fromEntries(
    others.map((other) => [
      other.way,
      { picture: times('pictureMedianMs', other), moving: times('movingMedianMs', other) },
    ]),
  );
}

function summarizeVisits(visits) {
  const [{ line, way }] = visits;
  const valuesOf = (name) => visits.map((visit) => visit[name]).filter((value) => value !== undefined);
  return {
    measure: 'navigation',
    line,
    way,
    trials: valuesOf('firstPictureMs').length,
    faults: valuesOf('fault'),
    ...stage('picture', valuesOf('firstPictureMs')),
    ...stage('moving', valuesOf('movingMs')),
    ...stage('notice', valuesOf('noticeMs')),
    scriptBytes: Math.max(0, ...valuesOf('scriptBytes')),
  };
}

function comparePage({ line, pictureMedianMs }, way, visits) {
  const other = visits.find((one) => one.line === line && one.way === way);
  return Math.round((pictureMedianMs / (other?.pictureMedianMs ?? NaN)) * 1_000) / 1_000;
}
