import { isLineBound } from './cells.mjs';
import { makeClips } from './make-clips.mjs';
import { LAYER_CLIPS } from './make-graph.mjs';
import { WAYS } from './pages.mjs';
import { playTurn } from './play-turn.mjs';

/** After so many switches the next way has its turn: what the machine does besides falls on all alike. */
const TURN = 10;
/** Of no interest where the line decides, and not the machine. */
const MACHINE_BOUND = new Set(['unrecorded', 'prepared']);

/**
 * Measures every cell, way after way in turns, and yields a line for each turn. What `isKnown` is left out, so that a
 * long run can be broken off and taken up again.
 */
export async function* measureSwitches(cells, { switches, ways = WAYS, atOnce = 1, isKnown = () => false, say }) {
  for (const cell of cells) {
    const media = await makeClips(cell.clip, clipNumbers(cell.answers), say);
    const compared = isLineBound(cell) && ways === WAYS ? ways.filter((way) => !MACHINE_BOUND.has(way)) : ways;
    for (let round = 0; round * TURN < switches; round += 1) {
      const first = round * TURN;
      const chosen = chooseAnswers(first, Math.min(TURN, switches - first), cell.answers);
      const open = rotate(compared, round).filter((way) => !isKnown({ measure: 'turn', cell: cell.name, way, first }));
      say(`${cell.name}: switches from ${first + 1} on, ${open.length} ways …`);
      for (const group of groupsOf(open, isLineBound(cell) ? atOnce : 1)) {
        yield* await Promise.all(group.map((way) => measureTurn({ cell, way, first, chosen, media })));
      }
    }
  }
}

async function measureTurn({ cell, way, first, chosen, media }) {
  const line = { measure: 'turn', cell: cell.name, way, first };
  try {
    const { switches, doubledSoundFrames } = await playTurn({ cell, way, chosen, media });
    return { ...line, doubledSoundFrames, switches };
  } catch (error) {
    return { ...line, doubledSoundFrames: 0, switches: [], fault: firstLine(error) };
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

function groupsOf(list, size) {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

function rotate(list, by) {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

export const firstLine = (error) => String(error instanceof Error ? error.message : error).split('\n')[0];
