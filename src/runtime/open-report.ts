import { openCollectorReader } from './collector-reader.js';
import { openSessionTokenKeeper } from './reading-token.js';
import { openReportSession, type ReportSession } from './report-session.js';
import { saveFile } from './save-file.js';

/** Opens a report on a collector, with the browser's own network, storage and clock. */
export function openReport(collector: string): ReportSession {
  return openReportSession({
    openReader: (token) => openCollectorReader({ collector, token }),
    tokens: openSessionTokenKeeper(),
    saveFile,
    now: () => new Date(),
  });
}
