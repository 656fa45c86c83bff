import { parseArgs, type ParseArgsConfig } from 'node:util';

import { FollowupError } from '../domain/error.js';

/** What a command may touch of the world around it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes a line that was asked for. */
  say(line: string): void;
  /** Writes a line that is not a result: a warning, a mistake. */
  warn(line: string): void;
  /** Resolves when the person or the system wants the command to end. */
  untilStopped(): Promise<void>;
}

/** One word after `followup-player`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /** Words that may stand after its own. */
  readonly commands?: readonly Command[];
  /** Resolves to the exit code: 0 all is well, 1 something is wrong, 2 it was called in a wrong way. */
  run(args: readonly string[], surroundings: Surroundings): Promise<number>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads options, and says in a sentence which one is wrong. */
export function readArguments<O extends Options>(args: readonly string[], options: O, allowPositionals: boolean) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true });
  } catch (cause) {
    throw new FollowupError('bad-arguments', sentenceOf(cause, options), { cause });
  }
}

function sentenceOf(cause: unknown, options: Options): string {
  const { code, message } = cause as { readonly code?: string; readonly message: string };
  const name = /'(?:-\w, )?(--?[^' ]+)/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const near = Object.keys(options).find((one) => isNear(one, name.replace(/^-+/, '')));
      return `There is no option ${name}.${near ? ` Did you mean --${near}?` : ''} --help lists all of them.`;
    }
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take')
        ? `The option ${name} takes no value. Leave it out.`
        : `The option ${name} needs a value. Write it as ${name} VALUE, or as ${name}=VALUE if it begins with a hyphen.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `"${/'([^']*)'/.exec(message)?.[1] ?? ''}" is not expected here. --help says what is.`;
    default:
      return message;
  }
}

/** One letter too many, too few or wrong, letters in another order, or the beginning of the word. */
export function isNear(word: string, typed: string): boolean {
  if (typed.length > 1 && word.startsWith(typed)) return true;
  if (Math.abs(word.length - typed.length) > 1) return false;
  if ([...word].toSorted().join('') === [...typed].toSorted().join('')) return true;
  let start = 0;
  while (start < word.length && word[start] === typed[start]) start += 1;
  const rest = (text: string, by: number) => text.slice(start + by);
  return [
    [1, 1],
    [1, 0],
    [0, 1],
  ].some(([a = 0, b = 0]) => rest(word, a) === rest(typed, b));
}
