export { startCollector, type Collector } from './start-collector.js';
export type { CollectorOptions, PagesFolder } from './collector-options.js';
export type { LogEntry } from './log-entry.js';
export { namesBeside, openLibsqlStore, type LibsqlOptions } from './libsql-store.js';
export { isPostgresAddress, openPostgresStore, openStore, showDatabase, type StorePlace } from './open-store.js';
export type { PostgresOptions } from './postgres-store.js';
export { openMemoryStore } from './memory-store.js';
export {
  DEFAULT_SITE,
  readAll,
  readCursor,
  writeCursor,
  type Cursor,
  type Erased,
  type Expiry,
  type Incoming,
  type Kept,
  type Page,
  type ReactionStore,
  type RecordPage,
  type SiteId,
  type StoreFilter,
  type ViewerSought,
} from './reaction-store.js';
export type { StoredRecord } from './stored-record.js';
export { carryRecords, type Carried, type Carrying } from './carry-records.js';
export { isDump, readDump, writeDump } from './dump-file.js';
export { expireAll } from './retention.js';
export { tallyStore, type RecordTally } from './record-tally.js';
export { PAGES_POLICY } from './pages.js';
export { isLineFormat, writeExport, writeRows, type ExportOptions, type LineFormat } from './export-writers.js';
export { withTopicQuestions } from './read-filter.js';
export { makeReaderToken, ROLES, type Reader, type ReaderBook, type Role } from './access/reader.js';
export { openReaderFile, readReaderFile, writeReaderFile, type FiledReader } from './access/reader-file.js';
export type { AuditEntry, AuditLog } from './access/audit-log.js';
export { openFileAuditLog } from './access/file-audit-log.js';
export { openMemoryAuditLog } from './access/memory-audit-log.js';
export type { Site } from './access/site.js';
export { LIMITS, type Limits } from './senders.js';
