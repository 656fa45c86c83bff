import type { FollowupError } from '../domain/error.js';
import { Connection, type ConnectionOptions } from './connection.js';
import { FailoverOutbox } from './failover-outbox.js';
import { FailoverPlaceKeeper } from './failover-place-keeper.js';
import { FailoverWithdrawals } from './failover-withdrawals.js';
import { Failover } from './failover.js';
import { IdbOutbox } from './idb-outbox.js';
import { IdbPlaceKeeper } from './idb-place-keeper.js';
import { IdbWithdrawals } from './idb-withdrawals.js';
import { LOG_NAME } from './log-name.js';
import { MemoryOutbox } from './memory-outbox.js';
import { MemoryPlaceKeeper } from './memory-place-keeper.js';
import { MemoryWithdrawals } from './memory-withdrawals.js';
import { noOtherTabs, openOtherTabs, type OtherTabs } from './other-tabs.js';
import type { Outbox } from './outbox.js';
import type { PlaceKeeper } from './place-keeper.js';
import { toStorageError } from './storage-error.js';
import type { Withdrawals } from './withdrawals.js';

/** All that is kept, on one connection, and the tabs that share it. */
export interface Log {
  readonly outbox: Outbox;
  readonly withdrawals: Withdrawals;
  readonly places: PlaceKeeper;
  readonly tabs: OtherTabs;
  close(): void;
}

export interface LogOptions extends ConnectionOptions {
  /** Told once, when the browser refuses storage, at the start or later, and memory has to do. */
  readonly onFallback?: (error: FollowupError) => void;
  /** How long one write or read may take before the disk counts as failed. */
  readonly writeTimeoutMs?: number;
}

/** Opens the log on disk, or in memory where the browser refuses. Never rejects: the viewing goes on in any case. */
export async function openLog({ onFallback, writeTimeoutMs, ...options }: LogOptions = {}): Promise<Log> {
  const connection = new Connection(options);
  try {
    await connection.open();
  } catch (cause) {
    connection.close();
    onFallback?.(toStorageError(cause));
    return openMemoryLog();
  }
  const failover = new Failover(onFallback, writeTimeoutMs);
  const memory = new MemoryOutbox();
  const tabs = openOtherTabs(options.name ?? LOG_NAME);
  return {
    outbox: new FailoverOutbox(new IdbOutbox(connection), failover, memory),
    withdrawals: new FailoverWithdrawals(new IdbWithdrawals(connection), new MemoryWithdrawals(memory), failover),
    places: new FailoverPlaceKeeper(new IdbPlaceKeeper(connection), failover),
    tabs,
    close() {
      tabs.close();
      connection.close();
    },
  };
}

/** A log that leaves no trace in the browser: for pages that forbid storage, and for tests. */
export function openMemoryLog(): Log {
  const outbox = new MemoryOutbox();
  return {
    outbox,
    withdrawals: new MemoryWithdrawals(outbox),
    places: new MemoryPlaceKeeper(),
    tabs: noOtherTabs(),
    close: () => undefined,
  };
}
