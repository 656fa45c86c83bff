import { FollowupReportElement } from '../elements/followup-report.js';
import { FollowupReportBodyElement } from '../elements/report/followup-report-body.js';
import { FollowupReportDownloadsElement } from '../elements/report/followup-report-downloads.js';
import { FollowupReportFiguresElement } from '../elements/report/followup-report-figures.js';
import { FollowupReportFiltersElement } from '../elements/report/followup-report-filters.js';
import { FollowupReportQuestionElement } from '../elements/report/followup-report-question.js';
import { FollowupReportSignInElement } from '../elements/report/followup-report-sign-in.js';
import { FollowupReportTopicsElement } from '../elements/report/followup-report-topics.js';
import { FollowupReportWordsElement } from '../elements/report/followup-report-words.js';

const TAGS: Readonly<Record<string, CustomElementConstructor>> = {
  'followup-report-sign-in': FollowupReportSignInElement,
  'followup-report-filters': FollowupReportFiltersElement,
  'followup-report-figures': FollowupReportFiguresElement,
  'followup-report-words': FollowupReportWordsElement,
  'followup-report-topics': FollowupReportTopicsElement,
  'followup-report-question': FollowupReportQuestionElement,
  'followup-report-downloads': FollowupReportDownloadsElement,
  'followup-report-body': FollowupReportBodyElement,
  'followup-report': FollowupReportElement,
};

// One file for all: the parts are of no use without the report. A page that loads it twice keeps the first.
for (const [tag, element] of Object.entries(TAGS)) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
