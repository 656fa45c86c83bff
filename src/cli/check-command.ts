import type { LocatedProblem } from '../authoring/graph-text.js';
import { FollowupError } from '../domain/error.js';
import { readArguments, type Command, type Surroundings } from './command.js';
import { listGraphFiles, readGraphFile } from './graph-files.js';

const HELP = `Usage: followup-player check [options] FILE_OR_FOLDER...

Reads graphs and tells everything that is wrong with them, with line and column.
Of a folder, every file that ends in .json is read.

Options
  --strict     Fail for warnings too.
  --help       Show this.

Exit code: 0 all can be played, 1 at least one cannot, 2 called in a wrong way.`;

export const checkCommand: Command = {
  name: 'check',
  summary: 'Tell everything that is wrong with a graph.',
  help: HELP,
  run: (args, surroundings) => Promise.resolve(check(args, surroundings)),
};

function check(args: readonly string[], { say }: Surroundings): number {
  const { values, positionals } = readArguments(args, { strict: { type: 'boolean' } }, true);
  const files = listGraphFiles(positionals);
  if (files.length === 0) {
    throw new FollowupError('bad-arguments', 'There is nothing to check. Name at least one graph, such as graph.json.');
  }
  let isFailed = false;
  for (const file of files) {
    const { problems } = readGraphFile(file);
    problems.forEach((problem) => say(lineOf(file, problem)));
    say(summaryOf(file, problems));
    isFailed ||= problems.some(({ severity }) => severity === 'error' || values.strict === true);
  }
  return isFailed ? 1 : 0;
}

/** As compilers write it, so that editors and terminals lead to the place. */
function lineOf(file: string, { line, column, severity, code, message, path }: LocatedProblem): string {
  return `${file}:${line}:${column} ${severity} ${code}: ${message}${path ? ` (${path})` : ''}`;
}

function summaryOf(file: string, problems: readonly LocatedProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return `${file}: nothing is wrong.`;
  const verdict = errors > 0 ? 'It cannot be played like this.' : 'It can be played.';
  return `${file}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}. ${verdict}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
