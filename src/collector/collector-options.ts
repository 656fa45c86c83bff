import type { Graph } from '../domain/graph.js';
import type { ReportMinimum } from '../domain/report.js';
import type { AuditLog } from './access/audit-log.js';
import type { ReaderBook } from './access/reader.js';
import type { Site } from './access/site.js';
import type { LogEntry } from './log-entry.js';
import type { ReactionStore } from './reaction-store.js';
import type { Limits } from './senders.js';

/** A folder of finished files that the collector serves beside its routes. */
export interface PagesFolder {
  readonly folder: string;
  /** Where it stands: `/` or `/hr/`. */
  readonly prefix: string;
  /** The Content-Security-Policy of its answers. A strict one when left out; `false` sends none. */
  readonly policy?: string | false;
}

export interface CollectorOptions {
  /** Where reactions lie. Closed together with the collector. */
  readonly store: ReactionStore;
  /** 127.0.0.1 when left out: put a proxy with TLS before it to let others in. */
  readonly host?: string;
  /** 4180 when left out; 0 takes any that is free. */
  readonly port?: number;
  /** What stands before the routes, such as `/collector`. Nothing when left out. */
  readonly base?: string;
  /**
   * Origins of pages that may read and, as long as no sites are named, send, such as `https://recruit.example.jp`. The
   * collector's own always may.
   */
  readonly origins?: readonly string[];
  /** Whose pages send, each with a key and origins of its own. Left out, everything is of one site. */
  readonly sites?: readonly Site[];
  /** The token of one reader of the role `admin`. Without any reader nobody reads. */
  readonly readerToken?: string;
  /** Who else may read, and what. */
  readonly readers?: ReaderBook;
  /** Where it is written who read what. In memory when left out. Closed together with the collector. */
  readonly audit?: AuditLog;
  /** For how many days it is kept who read what. 365 when left out. */
  readonly auditDays?: number;
  /** Days after which everything is deleted. A graph's notice that says less counts. */
  readonly retentionDays?: number;
  /** A port on 127.0.0.1 that serves metrics without a token. None when left out. */
  readonly metricsPort?: number;
  /** Whose words stand in files and reports. */
  readonly graphs?: readonly Graph[];
  readonly pages?: readonly PagesFolder[];
  /** The zone that days are in. Japan's when left out. */
  readonly timeZone?: string;
  readonly minimum?: Partial<ReportMinimum>;
  /** Hears of every request and fault. Neither addresses of people nor what they wrote ever come here. */
  readonly log?: (entry: LogEntry) => void;
  /** Proxies that are believed when they say who asks: `loopback`, addresses or networks, parted by commas. Nobody when left out. */
  readonly trustProxy?: string;
  readonly limits?: Partial<Limits>;
  readonly now?: () => Date;
  /** Most connections at a time. */
  readonly connections?: number;
}

/** Most bytes of one batch. */
export const BODY_BYTES = 262_144;
