import { openCollectorDoor } from './collector-door.js';
import { openReportSession, type ReportSession } from './report-session.js';
import { saveFile } from './save-file.js';

/** Opens a report on a collector, with the browser's own network and clock. */
export function openReport(collector: string): ReportSession {
  return openReportSession({ door: openCollectorDoor({ collector }), saveFile, now: () => new Date() });
}
