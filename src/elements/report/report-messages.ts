import type { Language } from '../language.js';
import { en } from './report-messages.en.js';
import { ja } from './report-messages.ja.js';

/** Every word of the report. Nothing that a person reads stands in a template. Numbers come in as they are written. */
export interface ReportMessages {
  readonly title: string;
  readonly lead: string;
  /** Names the other language, in that language. */
  readonly otherLanguage: string;
  readonly print: string;
  readonly refresh: string;
  readonly signOut: string;
  readonly footer: string;

  readonly signInTitle: string;
  readonly signInLead: string;
  readonly token: string;
  readonly tokenHelp: string;
  readonly showToken: string;
  readonly hideToken: string;
  readonly sessionHelp: string;
  readonly open: string;
  readonly opening: string;

  readonly loading: string;
  readonly updated: string;
  readonly retry: string;
  readonly stale: string;
  readonly fault: Readonly<Record<FaultName, string>>;
  /** The technical sentence, for whoever runs the server. */
  readonly forOperator: (sentence: string) => string;

  readonly filters: string;
  readonly graph: string;
  readonly period: string;
  readonly periods: Readonly<Record<'week' | 'month' | 'all' | 'between', string>>;
  readonly from: string;
  readonly to: string;
  readonly backwards: string;
  readonly topic: string;
  readonly allTopics: string;
  /** An open side is undefined. */
  readonly span: (from: string | undefined, to: string | undefined) => string;

  readonly figures: string;
  readonly viewings: string;
  readonly viewingsHelp: string;
  readonly finished: string;
  readonly waiting: string;
  readonly count: (number: string) => string;
  readonly outOf: (whole: string) => string;
  readonly missingViewings: (missing: string) => string;
  readonly missingAnswers: (missing: string) => string;
  readonly whyHidden: (group: string, distribution: string) => string;

  readonly topics: string;
  readonly topicsLead: string;
  readonly interest: string;
  readonly anxiety: string;
  readonly suggestions: string;
  readonly suggestionsLead: string;

  readonly questions: string;
  readonly questionsLead: string;
  readonly noQuestions: string;
  readonly several: string;
  readonly answeredBy: (number: string) => string;
  readonly option: string;
  readonly answers: string;
  readonly declined: string;
  readonly words: (number: string) => string;

  readonly asked: string;
  readonly askedLead: string;
  readonly noneAsked: string;
  readonly unnamed: string;
  readonly showMore: (number: string) => string;
  readonly moreInFile: (number: string) => string;

  readonly emptyTitle: string;
  readonly emptyLead: string;
  readonly emptySteps: readonly string[];
  readonly emptyPeriodTitle: string;
  readonly emptyPeriod: string;
  readonly showAll: string;

  readonly downloads: string;
  readonly downloadsLead: string;
  readonly moreFormats: string;
  readonly formats: Readonly<
    Record<'csv' | 'xlsx' | 'jsonl' | 'parquet' | 'xapi', { readonly label: string; readonly help: string }>
  >;
  readonly downloading: (format: string) => string;
  readonly downloaded: (file: string) => string;
  readonly downloadFailed: (reason: string) => string;
}

/** What can go wrong, as far as a reader needs to tell it apart. */
export type FaultName =
  'missing' | 'wrong' | 'tooMany' | 'ended' | 'off' | 'role' | 'unreachable' | 'stillOpen' | 'failed';

const MESSAGES: Readonly<Record<Language, ReportMessages>> = { ja, en };

export function messagesFor(language: Language): ReportMessages {
  return MESSAGES[language];
}

const FAULTS: Readonly<Record<string, FaultName>> = {
  'token-missing': 'missing',
  'wrong-token': 'wrong',
  'token-ended': 'ended',
  'reading-off': 'off',
  'too-many-tries': 'tooMany',
  'role-too-low': 'role',
  'still-open': 'stillOpen',
  'collector-unreachable': 'unreachable',
};

/** Finds the words for a fault's code. */
export function nameFault(code: string): FaultName {
  return (Object.hasOwn(FAULTS, code) ? FAULTS[code] : undefined) ?? 'failed';
}
