import type { ReportMessages } from './report-messages.js';

export const en: ReportMessages = {
  title: 'Viewer reactions',
  lead: 'What offer holders asked to know more about in the video, and what they said worries them.',
  otherLanguage: '日本語',
  print: 'Print',
  refresh: 'Refresh',
  signOut: 'Close the report',
  footer:
    'This report is there to support people. Do not use it to decide on offers, placement or evaluation, or to predict who will decline.',

  signInTitle: 'Enter the reading token',
  signInLead: 'This report is for the people in charge of recruiting. Whoever runs the server has the token for you.',
  token: 'Reading token',
  tokenHelp: 'Keep it to yourself, as you would a password.',
  showToken: 'Show',
  hideToken: 'Hide',
  sessionHelp:
    'On a shared computer, press “Close the report” when you have finished. After a while without use you may be asked for the token again.',
  open: 'Open the report',
  opening: 'Checking…',

  loading: 'Loading…',
  updated: 'The report is up to date.',
  retry: 'Try again',
  stale: 'What you see below was loaded earlier.',
  fault: {
    missing: 'Enter the reading token.',
    wrong: 'This token does not open the report. Check it for stray characters.',
    tooMany: 'Too many wrong tokens were entered. Wait a minute, then try again.',
    ended:
      'The report was closed after a while. Enter the token again. If it no longer opens, ask whoever runs the server for a new one.',
    off: 'This server is not set up for reading. Ask whoever runs it to set a reading token.',
    role: 'This token does not open this. Ask whoever runs the server if you need it.',
    stillOpen:
      'The server could not be reached, so the report may still be open to this browser. On a shared computer, close the whole browser.',
    unreachable:
      'The server cannot be reached. Check the network and try again. Reactions that have arrived are safe on the server.',
    failed: 'The report could not be loaded. Try again in a little while.',
  },
  forOperator: (sentence) => `For whoever runs the server: ${sentence}`,

  filters: 'What is shown',
  graph: 'Video',
  period: 'Period',
  periods: { week: 'This week', month: '30 days', all: 'All time', between: 'Dates' },
  from: 'From',
  to: 'To',
  backwards: 'Choose a last day that is not before the first one.',
  topic: 'Topic',
  allTopics: 'All',
  span: (from, to) => (from || to ? `${from ?? ''} – ${to ?? 'now'}`.trim() : 'All time'),

  figures: 'Viewings',
  viewings: 'Viewings',
  viewingsHelp: 'of people who agreed to be recorded',
  finished: 'Reached an ending',
  waiting: 'Questions to the company',
  count: (number) => number,
  outOf: (whole) => ` of ${whole}`,
  missingViewings: (missing) => `Shown after ${missing} more viewing${missing === '1' ? '' : 's'}`,
  missingAnswers: (missing) => `Shown after ${missing} more answer${missing === '1' ? '' : 's'}`,
  whyHidden: (group, distribution) =>
    `In a small group it can be plain who said what. Figures such as those by topic therefore need ${group} viewings, and the answers to a question need ${distribution}. From then on they move several viewings at a time, so they can lag behind the number of viewings.`,

  topics: 'Interest and anxiety by topic',
  topicsLead:
    'How many viewings asked to know more about a topic (interest), and how many said that it worries them (anxiety). Only what people said is counted, never what could be guessed from how they watched.',
  interest: 'Interest',
  anxiety: 'Anxiety',
  suggestions: 'What you could do',
  suggestionsLead: '“What you could do” lists common options for each topic. They do not depend on the numbers.',

  questions: 'Answers to each question',
  questionsLead: 'Where somebody changed an answer, the last one counts.',
  noQuestions: 'No question has been answered in this selection yet.',
  several: 'Several could be chosen',
  answeredBy: (number) => `${number} answered`,
  option: 'Option',
  answers: 'Answers',
  declined: 'Would rather not answer',
  words: (number) => `Read what was written (${number})`,

  asked: 'Questions waiting for an answer',
  askedLead: 'What viewers asked the company, newest first. A name is shown only where the viewer chose to give it.',
  noneAsked: 'No question to the company in this selection yet.',
  unnamed: 'No name given',
  showMore: (number) => `Show ${number} more`,
  moreInFile: (number) => `There are ${number} more. The CSV file has all of them.`,

  emptyTitle: 'No reactions yet',
  emptyLead: 'Reactions appear here when somebody who agreed to be recorded watches the video.',
  emptySteps: [
    'Send the address of the video’s page to your offer holders.',
    'Watch it once yourself and choose “Record without my name”, to see that reactions arrive.',
    'If nothing appears, ask whoever runs the page to check where it sends reactions (collector).',
  ],
  emptyPeriodTitle: 'No reactions in this selection',
  emptyPeriod: 'A longer period may show earlier ones.',
  showAll: 'Show all time',

  downloads: 'Download the data',
  downloadsLead: 'Every reaction of the video, period and topic that you see, one by one, as a file.',
  moreFormats: 'For other systems',
  formats: {
    xlsx: { label: 'Excel (.xlsx)', help: 'Ready to sort and filter' },
    csv: { label: 'CSV', help: 'For spreadsheets of every kind' },
    jsonl: { label: 'JSON Lines', help: 'For programs' },
    parquet: { label: 'Parquet', help: 'For large-scale analysis' },
    xapi: { label: 'xAPI', help: 'For a learning record store' },
  },
  downloading: (format) => `Preparing the ${format} file…`,
  downloaded: (file) => `“${file}” is saved. It holds people’s answers, so handle it with care.`,
  downloadFailed: (reason) => `The download failed. ${reason}`,
};
