import type { AuditEntry, AuditLog } from './audit-log.js';

/** Most lines. The oldest go first: a kiosk that runs for months must not fill its memory. */
const LINES = 10_000;

/** A record that is gone with the process. */
export function openMemoryAuditLog(): AuditLog {
  let entries: readonly AuditEntry[] = [];
  return {
    add: (entry) => {
      entries = [...entries.slice(entries.length >= LINES ? 1 : 0), entry];
      return Promise.resolve();
    },

    async *read() {
      yield* entries;
    },
    expire: (before) => {
      const kept = entries.filter(({ at }) => Date.parse(at) >= before.getTime());
      const gone = entries.length - kept.length;
      entries = kept;
      return Promise.resolve(gone);
    },
    close: () => Promise.resolve(),
  };
}
