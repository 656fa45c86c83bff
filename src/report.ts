import './define/followup-report.js';

export { FollowupReportElement } from './elements/followup-report.js';
export { FollowupLanguageEvent } from './elements/report/report-events.js';
export { takeTokenFromAddress } from './runtime/reading-token.js';
