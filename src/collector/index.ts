export { startCollector, type Collector } from './start-collector.js';
export type { CollectorOptions, PagesFolder } from './collector-options.js';
export type { LogEntry } from './log-entry.js';
export { openLibsqlStore } from './libsql-store.js';
export { openMemoryStore } from './memory-store.js';
export { readAll, type Cursor, type Kept, type Page, type ReactionStore, type StoreFilter } from './reaction-store.js';
export { PAGES_POLICY } from './pages.js';
