/**
 * What must hold, as ratios within one run. Each rule reads the lines that were measured and answers one verdict:
 * `met`, `not met`, or `not measured` where its cells were left out. Of many cells the worst one is told.
 */
export function judge(lines) {
  const cells = lines.filter(({ measure, way }) => measure === 'switch' && way === 'player');
  const find = (cell, way) => lines.find((line) => line.measure === 'switch' && line.cell === cell && line.way === way);
  const ready = cells.filter(({ cell }) => /^(loopback|fast)\/[25]s\//.test(cell));
  const unrecorded = lines.filter(({ measure, way }) => measure === 'switch' && way === 'unrecorded');
  const slow = cells.filter(({ cell }) => cell === 'slow/5s/4/small');
  const quick = cells.filter(({ cell }) => cell.startsWith('slow/0.3s/'));
  const times = (line, stage, way) => line.ratios[way]?.[stage];
  const faster = (line) => 1 / times(line, 'picture', 'videojs');
  const stallsMore = (line) => line.stalls - (find(line.cell, 'swap')?.stalls ?? NaN);
  return [
    atMost('ready', 'picture at the median, display frames', ready, 1, (line) => line.pictureMedianMs / line.frameMs),
    atMost('ready', 'picture at p95, ms', ready, 50, ({ pictureP95Ms }) => pictureP95Ms),
    atMost(
      'ready, not recorded',
      'picture at the median, display frames',
      unrecorded,
      1,
      (line) => line.pictureMedianMs / line.frameMs,
    ),
    atMost('ready, not recorded', 'picture at p95, ms', unrecorded, 50, ({ pictureP95Ms }) => pictureP95Ms),
    atLeast('ready, not recorded', 'picture, times faster than `player.src()`', unrecorded, 8, faster),
    atLeast('ready', 'picture, times faster than `player.src()`', ready, 8, faster),
    atMost('ready', 'moving / a prepared element', ready, 1.15, (line) => times(line, 'moving', 'prepared')),
    atMost('slow, 5 s, 4 answers', 'picture at the median, ms', slow, 50, ({ pictureMedianMs }) => pictureMedianMs),
    atLeast('slow, 5 s, 4 answers', 'picture, times faster than `player.src()`', slow, 8, faster),
    atMost('slow, 5 s, 4 answers', 'moving at the median, ms', slow, 200, ({ movingMedianMs }) => movingMedianMs),
    atMost('slow, 5 s, 4 answers', 'bytes a switch / the chosen clip', slow, 1.6, ({ bytesPerClip }) => bytesPerClip),
    atMost('slow, 0.3 s', 'picture / bare swap', quick, 1.05, (line) => times(line, 'picture', 'swap')),
    atMost('slow, 0.3 s', 'moving / bare swap', quick, 1.05, (line) => times(line, 'moving', 'swap')),
    atMost('slow, 0.3 s', 'stalls more than the bare swap', quick, 0, stallsMore),
    atMost('all', 'blank frames', cells, 0, ({ blankFrames }) => blankFrames),
    atMost('all', 'frames with doubled sound', cells, 0, ({ doubledSoundFrames }) => doubledSoundFrames),
    atMost('all', 'turns that broke off', cells, 0, ({ faults }) => faults.length),
    ...judgeMemory(lines),
    judgeNavigation(lines, 'player', 'first frame / a bare page', ({ ratio }) => ratio),
    judgeNavigation(
      lines,
      'resumed',
      'first frame of a resumed viewing / a bare page that begins there',
      ({ laterRatio }) => laterRatio,
    ),
  ];
}

/** A heap that is measured after a collection still breathes by some per cent, and a process by more. */
function judgeMemory(lines) {
  const long = lines.filter(({ measure, way }) => measure === 'memory' && way === 'player');
  const named = long.map((line) => ({ ...line, cell: `${line.switches} switches` }));
  return [
    atMost('memory', 'script heap, late / early', named, 1.1, ({ heapGrowth }) => heapGrowth),
    atMost('memory', 'nodes, late / early', named, 1.1, ({ nodesGrowth }) => nodesGrowth),
    atMost('memory', 'processes, late / early', named, 1.1, ({ processGrowth }) => processGrowth),
  ];
}

function judgeNavigation(lines, way, what, read) {
  const navigations = lines.filter((line) => line.measure === 'navigation' && line.way === way);
  const named = navigations.map((line) => ({ ...line, cell: line.line }));
  return atMost('navigation', what, named, 1.15, read);
}

const atMost = (where, what, cells, limit, read) =>
  verdict({ where, what, wanted: `≤ ${limit}` }, cells, read, (value) => value <= limit, 1);

const atLeast = (where, what, cells, limit, read) =>
  verdict({ where, what, wanted: `≥ ${limit}` }, cells, read, (value) => value >= limit, -1);

function verdict(rule, cells, read, holds, sign) {
  const found = cells
    .map((line) => ({ cell: line.cell, value: read(line) }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => sign * (b.value - a.value));
  const [worst] = found;
  if (!worst) return { ...rule, verdict: 'not measured' };
  const failed = found.filter(({ value }) => !holds(value)).length;
  return {
    ...rule,
    measured: Math.round(worst.value * 100) / 100,
    cell: worst.cell,
    cells: found.length,
    failed,
    verdict: failed === 0 ? 'met' : 'not met',
  };
}
