import { chooseCells, LINES } from './cells.mjs';
import { measureMemory } from './measure-memory.mjs';
import { measureNavigation } from './measure-navigation.mjs';
import { measureSwitches } from './measure-switches.mjs';
import { WAYS } from './pages.mjs';
import { summarize } from './summarize.mjs';
import { judge } from './verdicts.mjs';

const STEADY = Object.keys(LINES).filter((line) => !LINES[line].dropMs);
/** Enough to see that everything still works, within a minute. */
const SMOKE = { cells: chooseCells('fast/2s/2/small'), switches: 2, lines: ['loopback'], trials: 1, memorySwitches: 0 };

/** Reads what is to be measured from the command line, or says what is wrong with it. */
export function readPlan(values, known) {
  const parts = values.only.split(',');
  const cells = chooseCells(values.cells);
  const ways = values.ways === undefined ? WAYS : values.ways.split(',');
  const strange = [...parts.filter((part) => !known.includes(part)), ...ways.filter((way) => !WAYS.includes(way))];
  if (strange.length > 0) return { problem: `There is no "${strange[0]}". Parts: ${known}. Ways: ${WAYS}.` };
  if (cells.length === 0) return { problem: `No cell is like "${values.cells}". One is fast/2s/4/large.` };
  const numbers = ['switches', 'navigations', 'memory-switches', 'at-once'].map((name) => Number(values[name]));
  if (!numbers.every((number) => Number.isInteger(number) && number >= 0))
    return { problem: 'Counts are whole numbers.' };
  const [switches, trials, memorySwitches, atOnce] = numbers;
  return {
    parts,
    ways,
    cells,
    lines: STEADY,
    switches,
    trials,
    memorySwitches,
    atOnce,
    ...(values.smoke ? SMOKE : {}),
  };
}

/** Measures what the plan says and is not in the records yet. */
export async function measureAll(plan, records, say) {
  const { isKnown } = records;
  for (const part of plan.parts) for await (const line of measurePart(part)) records.add(line);

  async function* measurePart(part) {
    const { ways, cells, lines, switches, trials, memorySwitches, atOnce } = plan;
    if (part === 'navigation' && trials > 0) yield* measureNavigation({ lines, trials, isKnown, say });
    if (part === 'switches' && switches > 0) yield* measureSwitches(cells, { switches, ways, atOnce, isKnown, say });
    if (part === 'memory' && memorySwitches > 0) yield* measureMemory({ switches: memorySwitches, isKnown, say });
  }
}

/** A line of facts for each way of a cell and of a line, and the verdicts last. */
export function concludeAll(records) {
  const found = summarize(records.lines);
  return [...found, ...judge(found).map((verdict) => ({ measure: 'verdict', ...verdict }))];
}
