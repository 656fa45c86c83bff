import { delimiter, resolve } from 'node:path';

import type { PagesFolder } from '../collector/index.js';
import { FollowupError } from '../domain/error.js';
import { readArguments, type Surroundings } from './command.js';

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  base: { type: 'string' },
  data: { type: 'string' },
  graph: { type: 'string', multiple: true },
  origin: { type: 'string', multiple: true },
  'token-file': { type: 'string' },
  pages: { type: 'string', multiple: true },
  policy: { type: 'string' },
  'time-zone': { type: 'string' },
  log: { type: 'string' },
} as const;

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const;

/** How a collector is to run, from the command line or else from the environment. */
export interface CollectorSettings {
  readonly port: number;
  readonly host: string;
  readonly base: string;
  readonly data: string;
  readonly graphs: readonly string[];
  readonly origins: readonly string[];
  readonly tokenFile: string | undefined;
  readonly pages: readonly PagesFolder[];
  readonly timeZone: string | undefined;
  readonly log: (typeof LOG_LEVELS)[number];
}

/** Reads the settings. What is said on the command line counts before what the environment says. */
export function readCollectorSettings(args: readonly string[], env: Surroundings['env']): CollectorSettings {
  const { values } = readArguments(args, OPTIONS, false);
  const policy = values.policy ?? env['FOLLOWUP_POLICY'];
  return {
    port: readPort(values.port ?? env['FOLLOWUP_PORT'] ?? '4180'),
    host: values.host ?? env['FOLLOWUP_HOST'] ?? '127.0.0.1',
    base: values.base ?? env['FOLLOWUP_BASE'] ?? '',
    data: resolve(values.data ?? env['FOLLOWUP_DATA'] ?? 'followup-data'),
    graphs: values.graph ?? split(env['FOLLOWUP_GRAPHS'], delimiter),
    origins: (values.origin ?? split(env['FOLLOWUP_ORIGINS'], /[\s,]+/)).map(readOrigin),
    tokenFile: values['token-file'] ?? env['FOLLOWUP_TOKEN_FILE'],
    pages: (values.pages ?? split(env['FOLLOWUP_PAGES'], delimiter)).map((text) => readPages(text, policy)),
    timeZone: values['time-zone'] ?? env['FOLLOWUP_TIME_ZONE'],
    log: readLogLevel(values.log ?? env['FOLLOWUP_LOG'] ?? 'warn'),
  };
}

function split(list: string | undefined, by: string | RegExp): string[] {
  return (list ?? '').split(by).filter(Boolean);
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new FollowupError('bad-arguments', `"${text}" is no port. Write a number from 0 to 65535.`);
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

function readLogLevel(text: string): CollectorSettings['log'] {
  const level = LOG_LEVELS.find((one) => one === text);
  if (level) return level;
  throw new FollowupError('bad-arguments', `"${text}" is no log level. Choose one of ${LOG_LEVELS.join(', ')}.`);
}
