import { delimiter, join, resolve } from 'node:path';

import type { CollectorOptions, PagesFolder } from '../collector/index.js';
import { FollowupError } from '../domain/error.js';
import { readArguments, type Surroundings } from './command.js';
import { readConfigFile, type Config } from './config-file.js';

/** Options that say where a collector's things lie: every command that needs them takes these. */
export const PLACE_OPTIONS = {
  config: { type: 'string' },
  data: { type: 'string' },
  database: { type: 'string' },
  'names-database': { type: 'string' },
} as const;

const OPTIONS = {
  ...PLACE_OPTIONS,
  port: { type: 'string' },
  host: { type: 'string' },
  base: { type: 'string' },
  graph: { type: 'string', multiple: true },
  origin: { type: 'string', multiple: true },
  'token-file': { type: 'string' },
  pages: { type: 'string', multiple: true },
  policy: { type: 'string' },
  'time-zone': { type: 'string' },
  'trust-proxy': { type: 'string' },
  'metrics-port': { type: 'string' },
  'retention-days': { type: 'string' },
  'audit-days': { type: 'string' },
  log: { type: 'string' },
} as const;

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const;

/** Where a collector's things lie. */
export interface CollectorPlace {
  /** The folder of the reading token, the readers, the record of who read what and, as a rule, the database. */
  readonly data: string;
  /** A file, or the address of a PostgreSQL server. */
  readonly database: string;
  readonly namesDatabase: string | undefined;
}

/** How a collector is to run. */
export interface CollectorSettings
  extends
    CollectorPlace,
    Pick<
      CollectorOptions,
      'sites' | 'limits' | 'connections' | 'trustProxy' | 'metricsPort' | 'retentionDays' | 'auditDays'
    > {
  readonly port: number;
  readonly host: string;
  readonly base: string;
  readonly graphs: readonly string[];
  readonly origins: readonly string[];
  readonly tokenFile: string | undefined;
  readonly pages: readonly PagesFolder[];
  readonly timeZone: string | undefined;
  readonly log: (typeof LOG_LEVELS)[number];
}

type Env = Surroundings['env'];
type PlaceValues = { readonly [Name in keyof typeof PLACE_OPTIONS]?: string | undefined };

/**
 * Reads the settings. What is said on the command line counts before what the environment says, and that before the
 * file of settings.
 */
export function readCollectorSettings(args: readonly string[], env: Env): CollectorSettings {
  const { values } = readArguments(args, OPTIONS, false);
  const config = configOf(values, env);
  const policy = values.policy ?? env['FOLLOWUP_POLICY'];
  const pages = values.pages ?? listOf(env['FOLLOWUP_PAGES'], delimiter);
  const origins = values.origin ?? listOf(env['FOLLOWUP_ORIGINS'], /[\s,]+/) ?? config.origins ?? [];
  const { connections, ...limits } = config.limits ?? {};
  return {
    ...placeOf(values, env, config),
    port: readNumber('port', values.port ?? env['FOLLOWUP_PORT'], 0, 65_535) ?? config.port ?? 4_180,
    host: values.host ?? env['FOLLOWUP_HOST'] ?? config.host ?? '127.0.0.1',
    base: values.base ?? env['FOLLOWUP_BASE'] ?? config.base ?? '',
    graphs: values.graph ?? listOf(env['FOLLOWUP_GRAPHS'], delimiter) ?? config.graphs ?? [],
    origins: origins.map(readOrigin),
    sites: (config.sites ?? []).map(({ graphs, ...site }) => ({
      ...site,
      origins: site.origins.map(readOrigin),
      ...(graphs && { graphs }),
    })),
    tokenFile: values['token-file'] ?? env['FOLLOWUP_TOKEN_FILE'] ?? config.tokenFile,
    pages: pages?.map((text) => readPages(text, policy)) ?? (config.pages ?? []).map(toPagesFolder),
    timeZone: values['time-zone'] ?? env['FOLLOWUP_TIME_ZONE'] ?? config.timeZone,
    log: readLogLevel(values.log ?? env['FOLLOWUP_LOG'] ?? config.log ?? 'warn'),
    ...known({
      limits: config.limits && known(limits),
      connections,
      trustProxy: values['trust-proxy'] ?? env['FOLLOWUP_TRUST_PROXY'] ?? config.trustProxy,
      metricsPort:
        readNumber('port', values['metrics-port'] ?? env['FOLLOWUP_METRICS_PORT'], 0, 65_535) ?? config.metricsPort,
      retentionDays:
        readNumber('number of days', values['retention-days'] ?? env['FOLLOWUP_RETENTION_DAYS'], 1, 3_650) ??
        config.retentionDays,
      auditDays:
        readNumber('number of days', values['audit-days'] ?? env['FOLLOWUP_AUDIT_DAYS'], 1, 3_650) ?? config.auditDays,
    }),
  };
}

/** Reads only where the collector's things lie. */
export function readCollectorPlace(values: PlaceValues, env: Env): CollectorPlace {
  return placeOf(values, env, configOf(values, env));
}

function configOf(values: PlaceValues, env: Env): Config {
  const file = values.config ?? env['FOLLOWUP_CONFIG'];
  return file === undefined ? {} : readConfigFile(file);
}

function placeOf(values: PlaceValues, env: Env, config: Config): CollectorPlace {
  const data = resolve(values.data ?? env['FOLLOWUP_DATA'] ?? config.data ?? 'followup-data');
  return {
    data,
    database: values.database ?? env['FOLLOWUP_DATABASE'] ?? config.database ?? join(data, 'followup.db'),
    namesDatabase: values['names-database'] ?? env['FOLLOWUP_NAMES_DATABASE'] ?? config.namesDatabase,
  };
}

type Known<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** Without what nobody said. */
function known<Fields extends object>(fields: Fields): Known<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known<Fields>;
}

function listOf(list: string | undefined, by: string | RegExp): string[] | undefined {
  return list === undefined ? undefined : list.split(by).filter(Boolean);
}

function readNumber(what: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number >= least && number <= most) return number;
  throw new FollowupError('bad-arguments', `"${text}" is no ${what}. Write a number from ${least} to ${most}.`);
}

/** An origin is scheme, host and port, and nothing after them: `https://recruit.example.jp`. */
function readOrigin(text: string): string {
  if (text === '*') return text;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && (text === url.origin || text === `${url.origin}/`)) return url.origin;
  throw new FollowupError(
    'bad-arguments',
    `"${text}" is no origin. Write scheme and host alone, such as https://recruit.example.jp.`,
  );
}

function readPages(text: string, policy: string | undefined): PagesFolder {
  const cut = text.lastIndexOf('=/');
  if (cut < 1) {
    throw new FollowupError(
      'bad-arguments',
      `"${text}" does not say where the folder stands. Write it as FOLDER=/prefix/, or FOLDER=/ for the top.`,
    );
  }
  const where = { folder: resolve(text.slice(0, cut)), prefix: text.slice(cut + 1) };
  return policy === undefined ? where : { ...where, policy: policy === 'none' ? false : policy };
}

function toPagesFolder({ folder, at, policy }: NonNullable<Config['pages']>[number]): PagesFolder {
  return { folder, prefix: at, ...(policy !== undefined && { policy }) };
}

function readLogLevel(text: string): CollectorSettings['log'] {
  const level = LOG_LEVELS.find((one) => one === text);
  if (level) return level;
  throw new FollowupError('bad-arguments', `"${text}" is no log level. Choose one of ${LOG_LEVELS.join(', ')}.`);
}
