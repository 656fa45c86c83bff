import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import * as v from 'valibot';

import { FollowupError } from '../domain/error.js';
import { isNear } from './command.js';

const word = v.pipe(v.string(), v.minLength(1));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const port = whole(0, 65_535);
const days = whole(1, 3_650);

const siteSchema = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'Letters without accents, digits, - and _, at most 64.')),
  key: v.pipe(v.string(), v.regex(/^[\w-]{8,100}$/, 'Letters without accents, digits, - and _, 8 to 100 of them.')),
  origins: v.pipe(v.array(word), v.minLength(1)),
  graphs: v.optional(v.array(word)),
});

const pageSchema = v.strictObject({
  folder: word,
  at: v.pipe(v.string(), v.regex(/^\//, 'A path that begins with a slash.')),
  policy: v.optional(v.union([word, v.literal(false)])),
});

const limitsSchema = v.strictObject({
  connections: v.optional(whole(1, 100_000)),
  queue: v.optional(whole(1, 100_000)),
  perAddressPerMinute: v.optional(whole(1, 100_000_000)),
  perSitePerMinute: v.optional(whole(1, 100_000_000)),
});

const configSchema = v.strictObject({
  port: v.optional(port),
  host: v.optional(word),
  base: v.optional(v.string()),
  data: v.optional(word),
  database: v.optional(word),
  namesDatabase: v.optional(word),
  graphs: v.optional(v.array(word)),
  origins: v.optional(v.array(word)),
  sites: v.optional(v.array(siteSchema)),
  tokenFile: v.optional(word),
  pages: v.optional(v.array(pageSchema)),
  timeZone: v.optional(word),
  log: v.optional(word),
  trustProxy: v.optional(word),
  metricsPort: v.optional(port),
  retentionDays: v.optional(days),
  auditDays: v.optional(days),
  limits: v.optional(limitsSchema),
});

/** What stands in a file of settings. Paths are absolute by now. */
export type Config = v.InferOutput<typeof configSchema>;

/** Reads a file of settings, and says in a sentence what is wrong with it and where. */
export function readConfigFile(file: string): Config {
  const document = parse(file, readText(file));
  // An empty list would pass for an object without fields.
  const read = v.safeParse(configSchema, Array.isArray(document) ? undefined : document);
  if (!read.success) throw new FollowupError('bad-config', sentenceOf(file, read.issues[0]));
  const { sites = [] } = read.output;
  requireDifferent(
    file,
    'name',
    sites.map(({ name }) => name),
  );
  requireDifferent(
    file,
    'key',
    sites.map(({ key }) => key),
  );
  return withAbsolutePaths(read.output, dirname(resolve(file)));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new FollowupError(
      'unreadable-file',
      `The settings "${file}" cannot be read. Check the name after --config.`,
      {
        cause,
      },
    );
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const where = cause instanceof Error ? ` ${cause.message}.` : '';
    throw new FollowupError('bad-config', `The settings "${file}" are not JSON.${where}`, { cause });
  }
}

function sentenceOf(file: string, issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? '';
  const start = `In the settings "${file}",`;
  if (path === '') return `${start} the whole has to be one object, in braces.`;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const name = String(issue.path?.at(-1)?.key);
    const known = namesAt(path);
    const near = known.find((one) => isNear(one.toLowerCase(), name.toLowerCase()));
    return `${start} "${path}" is not known.${near ? ` Did you mean "${near}"?` : ''} Known there are ${known.join(', ')}.`;
  }
  if (issue.kind === 'schema' && issue.received === 'undefined') return `${start} "${path}" is missing.`;
  const said = issue.kind === 'validation' && issue.type === 'regex' ? issue.message : describe(issue);
  return `${start} "${path}" is not as it should be. ${said}`;
}

function describe({ type, requirement, expected }: v.BaseIssue<unknown>): string {
  switch (type) {
    case 'min_value':
      return `The least is ${String(requirement)}.`;
    case 'max_value':
      return `The most is ${String(requirement)}.`;
    case 'integer':
      return 'Write a whole number.';
    case 'min_length':
      return 'It may not be empty.';
    default:
      return `Expected ${expected ?? type}.`;
  }
}

/** What may stand where a name that is not known stands. */
function namesAt(path: string): readonly string[] {
  if (path.startsWith('sites.')) return Object.keys(siteSchema.entries);
  if (path.startsWith('pages.')) return Object.keys(pageSchema.entries);
  if (path.startsWith('limits.')) return Object.keys(limitsSchema.entries);
  return Object.keys(configSchema.entries);
}

function requireDifferent(file: string, what: string, values: readonly string[]): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice === undefined) return;
  throw new FollowupError(
    'bad-config',
    `In the settings "${file}", two sites have the same ${what}. Give each its own.`,
  );
}

/** Paths are meant from where the file lies, wherever the collector is started from. */
function withAbsolutePaths(config: Config, folder: string): Config {
  const from = (path: string) => resolve(folder, path);
  const file = (database: string) => (/^\w+:\/\//.test(database) ? database : from(database));
  const { data, database, namesDatabase, graphs, tokenFile, pages } = config;
  return {
    ...config,
    ...(data !== undefined && { data: from(data) }),
    ...(database !== undefined && { database: file(database) }),
    ...(namesDatabase !== undefined && { namesDatabase: file(namesDatabase) }),
    ...(graphs && { graphs: graphs.map(from) }),
    ...(tokenFile !== undefined && { tokenFile: from(tokenFile) }),
    ...(pages && { pages: pages.map((page) => ({ ...page, folder: from(page.folder) })) }),
  };
}
