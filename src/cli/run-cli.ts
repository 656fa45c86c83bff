import { FollowupError } from '../domain/error.js';
import type { Command, Surroundings } from './command.js';

/** A command is loaded when it is called: an export needs none of the server, nor the memory that it takes. */
interface ListedCommand extends Pick<Command, 'name'> {
  readonly load: () => Promise<Command>;
}

const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'collector',
    load: async () => (await import('./collector-command.js')).collectorCommand,
  },
  {
    name: 'export',
    load: async () => (await import('./export-command.js')).exportCommand,
  },
  {
    name: 'check',
    load: async () => (await import('./check-command.js')).checkCommand,
  },
];

/** Runs one command, and resolves to the exit code. Every mistake ends in a sentence, never in a stack. */
export async function runCli(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [word, ...others] = args;
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    surroundings.say(await helpOf(others[0]));
    return word === undefined ? 2 : 0;
  }
  const listed = COMMANDS.find(({ name }) => name === word);
  if (!listed) {
    surroundings.warn(`There is no command "${word}". ${listNames()}`);
    return 2;
  }
  const first = await listed.load();
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

async function helpOf(name: string | undefined): Promise<string> {
  const found = COMMANDS.find((command) => command.name === name);
  if (found) return (await found.load()).help;
  const commands = await Promise.all(COMMANDS.map(({ load }) => load()));
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `Usage: followup-player COMMAND [options]\n\nCommands\n${lines.join('\n')}\n\nfollowup-player COMMAND --help says more of one.`;
}

function listNames(): string {
  return `Known are: ${COMMANDS.map(({ name }) => name).join(', ')}.`;
}
