import { FollowupError } from '../domain/error.js';
import { checkCommand } from './check-command.js';
import { collectorCommand } from './collector-command.js';
import type { Command, Surroundings } from './command.js';
import { exportCommand } from './export-command.js';

const COMMANDS: readonly Command[] = [collectorCommand, exportCommand, checkCommand];

/** Runs one command, and resolves to the exit code. Every mistake ends in a sentence, never in a stack. */
export async function runCli(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [word, ...others] = args;
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    surroundings.say(helpOf(others[0]));
    return word === undefined ? 2 : 0;
  }
  const first = COMMANDS.find(({ name }) => name === word);
  if (!first) {
    surroundings.warn(`There is no command "${word}". ${listNames()}`);
    return 2;
  }
  const within = first.commands?.find(({ name }) => name === others[0]);
  const [command, rest] = within ? [within, others.slice(1)] : [first, others];
  if (rest.includes('--help') || rest.includes('-h')) {
    surroundings.say(command.help);
    return 0;
  }
  try {
    return await command.run(rest, surroundings);
  } catch (cause) {
    if (!(cause instanceof FollowupError)) throw cause;
    surroundings.warn(cause.message);
    return cause.code === 'bad-arguments' ? 2 : 1;
  }
}

function helpOf(name: string | undefined): string {
  const found = COMMANDS.find((command) => command.name === name);
  if (found) return found.help;
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  const lines = COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `Usage: followup-player COMMAND [options]\n\nCommands\n${lines.join('\n')}\n\nfollowup-player COMMAND --help says more of one.`;
}

function listNames(): string {
  return `Known are: ${COMMANDS.map(({ name }) => name).join(', ')}.`;
}
