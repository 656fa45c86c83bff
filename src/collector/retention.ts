import type { Graph, GraphId } from '../domain/graph.js';
import { instantOf } from '../domain/zoned-time.js';
import type { AuditLog } from './access/audit-log.js';
import type { LogEntry } from './log-entry.js';
import { NOTHING_ERASED, type Erased, type Expiry, type ReactionStore } from './reaction-store.js';

export interface RetentionRules {
  /** Their notices say how long their viewings are kept. */
  readonly graphs: readonly Graph[];
  /** Days after which everything goes, whatever a notice says. A notice that says less counts. */
  readonly retentionDays?: number | undefined;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Tells for how many days a graph's viewings are kept. Undefined if nobody said: then they stay. */
export function daysOf(graph: GraphId, { graphs, retentionDays }: RetentionRules): number | undefined {
  const notices = graphs.filter(({ id }) => id === graph).map(({ notice }) => notice.retentionDays);
  const days = [...notices, ...(retentionDays === undefined ? [] : [retentionDays])];
  return days.length > 0 ? Math.min(...days) : undefined;
}

/** Deletes of every graph what is older than it may be. */
export async function expireAll(
  store: Pick<ReactionStore, 'listGraphs' | 'expire'>,
  rules: RetentionRules,
  now: Date,
): Promise<Erased> {
  const expiries = (await store.listGraphs()).flatMap((graph): Expiry[] => {
    const days = daysOf(graph, rules);
    return days === undefined ? [] : [{ graph, before: instantOf(now.getTime() - days * DAY_MS) }];
  });
  return expiries.length === 0 ? NOTHING_ERASED : store.expire(expiries);
}

export interface RetentionJob extends RetentionRules {
  readonly store: Pick<ReactionStore, 'listGraphs' | 'expire'>;
  readonly audit: AuditLog;
  readonly auditDays: number;
  readonly now: () => Date;
  readonly log: ((entry: LogEntry) => void) | undefined;
  readonly onErased: (erased: Erased) => void;
}

/** Deletes what is over, at once and then every hour. Returns how to stop; that waits for the round under way. */
export function startRetention(job: RetentionJob): () => Promise<void> {
  let running = Promise.resolve();
  const run = () => {
    running = running.then(() => runOnce(job));
  };
  run();
  const timer = setInterval(run, HOUR_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}

async function runOnce({ store, audit, auditDays, now, log, onErased, ...rules }: RetentionJob): Promise<void> {
  try {
    const erased = await expireAll(store, rules, now());
    await audit.expire(new Date(now().getTime() - auditDays * DAY_MS));
    onErased(erased);
    if (erased.viewings + erased.reactions + erased.names === 0) return;
    const message = `Deleted after their time: ${erased.viewings} viewings, ${erased.reactions} reactions, ${erased.names} names.`;
    log?.({ level: 'info', event: 'expired', message });
  } catch (cause) {
    // The next round tries again. Whoever watches the log has to hear of it: something is kept for too long.
    const message = cause instanceof Error ? cause.message : String(cause);
    log?.({ level: 'error', event: 'fault', message: `What is over could not be deleted: ${message}` });
  }
}
