import { join } from 'node:path';

import { makeReaderToken, readReaderFile, ROLES, writeReaderFile, type Role } from '../collector/index.js';
import { FollowupError } from '../domain/error.js';
import { PLACE_OPTIONS, readCollectorPlace } from './collector-settings.js';
import { readArguments, type Command, type Surroundings } from './command.js';
import { makeDataFolder } from './data-folder.js';
import { onRecord, type Deed } from './on-record.js';

/** Where readers stand in the data folder. */
export const READERS_FILE = 'readers.json';

const HELP = `Usage: followup-player collector token add --name NAME --role ROLE [options]
       followup-player collector token list [options]
       followup-player collector token remove --name NAME [options]

Gives a reader a token of their own, lists the readers, or takes a token away. A running collector
follows at once, and a line in the record of who read what says so. Only a hash of each token is kept: it is shown when it is made, and never again.

Roles
  aggregate    The report, with small groups hidden and without names.
  names        The report and the files, with the names of those who chose to be named.
  admin        All of that, erasing on request, and the record of who read what.

Options
  --name NAME      Whose token it is. Stands in the record of who read what.
  --role ROLE      ${ROLES.join(', ')}.
  --data FOLDER    The collector's folder. ./followup-data when left out.
  --config FILE    The collector's file of settings, which says where the folder is.
  --help           Show this.`;

export const tokenCommand: Command = {
  name: 'token',
  summary: 'Give readers tokens, list them, or take them away.',
  help: HELP,
  run,
};

async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const options = { ...PLACE_OPTIONS, name: { type: 'string' }, role: { type: 'string' } } as const;
  const { values, positionals } = readArguments(args, options, true);
  const { data } = readCollectorPlace(values, surroundings.env);
  const file = join(data, READERS_FILE);
  const onFile = { data, file, surroundings };
  switch (positionals.join(' ')) {
    case 'add':
      return add(onFile, readName(values.name), readRole(values.role));
    case 'list':
      return list(file, surroundings);
    case 'remove':
      return remove(onFile, readName(values.name));
    default:
      throw new FollowupError('bad-arguments', 'Say what to do: token add, token list or token remove.');
  }
}

interface OnFile {
  readonly data: string;
  readonly file: string;
  readonly surroundings: Surroundings;
}

async function add({ data, file, surroundings }: OnFile, name: string, role: Role): Promise<number> {
  const { say, warn } = surroundings;
  makeDataFolder(data);
  const readers = readReaderFile(file);
  if (readers.some((reader) => reader.name === name)) {
    throw new FollowupError(
      'known-reader',
      `"${name}" has a token already. Take it away first, or choose another name.`,
    );
  }
  const { token, ...kept } = makeReaderToken();
  const deed: Deed = { action: 'token-added', route: 'collector token add', filter: { name, role } };
  await onRecord(data, deed, surroundings, () =>
    Promise.resolve(writeReaderFile(file, [...readers, { name, role, ...kept }])),
  );
  warn(`The token of ${name} (${role}). It is not shown again:`);
  say(token);
  return 0;
}

function list(file: string, { say, warn }: Surroundings): number {
  const readers = readReaderFile(file);
  if (readers.length === 0) warn('Nobody has a token of their own. Add one with: token add --name NAME --role ROLE');
  readers.forEach(({ name, role, id }) => say(`${role.padEnd(9)}  ${id}.…  ${name}`));
  return 0;
}

async function remove({ data, file, surroundings }: OnFile, name: string): Promise<number> {
  const readers = readReaderFile(file);
  const kept = readers.filter((reader) => reader.name !== name);
  if (kept.length === readers.length) {
    throw new FollowupError('unknown-reader', `Nobody called "${name}" has a token. "token list" shows who does.`);
  }
  const deed: Deed = { action: 'token-removed', route: 'collector token remove', filter: { name } };
  await onRecord(data, deed, surroundings, () => Promise.resolve(writeReaderFile(file, kept)));
  surroundings.say(`The token of ${name} opens nothing any more.`);
  return 0;
}

function readName(name: string | undefined): string {
  const trimmed = name?.trim() ?? '';
  // eslint-disable-next-line no-control-regex -- a line break would tear the list of readers apart
  if (trimmed !== '' && trimmed.length <= 100 && !/[\u0000-\u001f\u007f]/.test(trimmed)) return trimmed;
  throw new FollowupError('bad-arguments', 'Whose token is it? Write --name NAME, with at most 100 letters.');
}

function readRole(role: string | undefined): Role {
  const found = ROLES.find((one) => one === role);
  if (found) return found;
  const said = role === undefined ? 'A token needs a role.' : `"${role}" is no role.`;
  throw new FollowupError('bad-arguments', `${said} Choose one of ${ROLES.join(', ')} with --role.`);
}
