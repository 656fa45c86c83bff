import { chooseCells, LINES } from './cells.mjs';
import { measureMemory } from './measure-memory.mjs';
import { measureNavigation } from './measure-navigation.mjs';
import { measureSwitches } from './measure-switches.mjs';
import { WAYS } from './pages.mjs';
import { judge } from './verdicts.mjs';

const STEADY = Object.keys(LINES).filter((line) => !LINES[line].dropMs);
/** Enough to see that everything still works, within a minute. */
const SMOKE = { cells: chooseCells('fast/2s/2/small'), switches: 2, lines: ['loopback'], trials: 1, memorySwitches: 0 };

/** Reads what is to be measured from the command line, or says what is wrong with it. */
export function readPlan(values, known) {
  const parts = values.only.split(',');
  const cells = chooseCells(values.cells);
  const ways = values.ways?.split(',') ?? WAYS;
  const strange = [...parts.filter((part) => !known.includes(part)), ...ways.filter((way) => !WAYS.includes(way))];
  if (strange.length > 0) return { problem: `There is no "${strange[0]}". Parts: ${known}. Ways: ${WAYS}.` };
  if (cells.length === 0) return { problem: `No cell is like "${values.cells}". One is fast/2s/4/large.` };
  const numbers = ['switches', 'navigations', 'memory-switches'].map((name) => Number(values[name]));
  if (!numbers.every((number) => Number.isInteger(number) && number >= 0))
    return { problem: 'Counts are whole numbers.' };
  const [switches, trials, memorySwitches] = numbers;
  return { parts, ways, cells, lines: STEADY, switches, trials, memorySwitches, ...(values.smoke ? SMOKE : {}) };
}

/** Measures what the plan says, and yields a line of facts after the other, the verdicts last. */
export async function* measureAll(plan, say) {
  const { parts, ways, cells, lines, switches, trials, memorySwitches } = plan;
  const found = [];
  for (const part of parts) {
    for await (const line of measurePart(part)) {
      found.push(line);
      yield line;
    }
  }
  yield* judge(found).map((verdict) => ({ measure: 'verdict', ...verdict }));

  async function* measurePart(part) {
    if (part === 'navigation' && trials > 0) yield* measureNavigation({ lines, trials, say });
    if (part === 'switches' && switches > 0) yield* measureSwitches(cells, { switches, ways, say });
    if (part === 'memory' && memorySwitches > 0) yield* measureMemory({ switches: memorySwitches, say });
  }
}
