import type { Role } from './reader.js';

export const AUDIT_ACTIONS = [
  'sign-in',
  'sign-out',
  'report',
  'graphs',
  'export',
  'erasure',
  'expiry',
  'audit',
  'token-added',
  'token-removed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * One line of the record of who read what. A request has two: one before anything is handed out, and one when it is
 * over. No address, nothing of what was read, and no word of a filter that is not an id or a time.
 */
export interface AuditEntry {
  /** In UTC, to the second. */
  readonly at: string;
  /** The same in both lines of a request. */
  readonly request: string;
  readonly reader: string;
  readonly role: Role | 'none';
  readonly action: AuditAction;
  readonly route: string;
  readonly filter?: Readonly<Record<string, string>>;
  readonly outcome: 'begun' | 'done' | 'broken-off' | 'refused';
  /** Reactions handed out, or erased. */
  readonly rows?: number;
}

/** Where the record lies. Lines are added and, when their time is over, deleted; none is ever changed. */
export interface AuditLog {
  /** Resolves once the line is durable: nothing is handed out before that. */
  add(entry: AuditEntry): Promise<void>;
  /** The oldest first. */
  read(): AsyncIterable<AuditEntry>;
  /** Deletes what is older, as far as it lies by itself, and tells how many lines went. */
  expire(before: Date): Promise<number>;
  close(): Promise<void>;
}
