import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/**
 * What was measured, line by line, in a file if there is one: a run that was broken off goes on from there, and a long
 * one can be made of many. Lines of another build or another machine are of another run, and left alone.
 */
export function openRecords(path, run) {
  const lines = path && existsSync(path) ? readLines(path).filter((line) => isOfRun(line, run)) : [];
  const known = new Set(lines.filter(({ fault }) => fault === undefined).map(keyOf));
  return {
    lines,
    isKnown: (line) => known.has(keyOf(line)),
    add(line) {
      lines.push(line);
      known.add(keyOf(line));
      if (path) appendFileSync(path, `${JSON.stringify({ ...line, ...run })}\n`);
    },
  };
}

/** A line that was cut off when the machine went down is no line. */
function readLines(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        return [JSON.parse(text)];
      } catch {
        return [];
      }
    });
}

function isOfRun({ build, machine }, run) {
  return build === run.build && JSON.stringify(machine) === JSON.stringify(run.machine);
}

function keyOf({ measure, cell, line, way, first, trial, switches }) {
  const part = measure === 'memory' ? switches : (first ?? trial);
  return [measure, cell ?? line, way, part].join(' ');
}
