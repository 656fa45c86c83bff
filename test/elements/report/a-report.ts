import type { GraphReport, Hidden, QuestionReport, Report, TopicReport, Words } from '../../../src/domain/report.js';
import type { KnownGraph } from '../../../src/runtime/collector-reader.js';

/** What a company of forty people might see some weeks after its offers went out. */
export const knownGraph: KnownGraph = {
  id: 'welcome',
  title: '内定者の方へ 会社紹介',
  language: 'ja',
  topics: [
    { id: 'relationships', label: '人間関係・社風' },
    { id: 'job-content', label: '仕事内容' },
    { id: 'career', label: 'キャリア' },
    { id: 'terms', label: '待遇・条件' },
  ],
};

export const otherGraph: KnownGraph = { id: 'first-week', title: '入社1週間のふりかえり', language: 'ja', topics: [] };

export const aHidden = (missing: number, needed = 5): Hidden => ({ hidden: true, needed, missing });

export const aTopic = (topic: string, label: string, interest: number, anxiety: number, of = 20): TopicReport => ({
  topic,
  label,
  figure: {
    hidden: false,
    of,
    interest: { viewings: interest, weight: interest },
    anxiety: { viewings: anxiety, weight: anxiety },
  },
});

export const someWords: readonly Words[] = [
  {
    text: '配属先は入社前に決まりますか。決まるとしたら、いつごろ教えていただけるでしょうか。',
    at: '2026-11-19T12:05:31Z',
    topic: 'job-content',
    topicLabel: '仕事内容',
  },
  {
    text: '先輩方はお昼をどのように過ごされていますか。',
    at: '2026-11-18T03:40:00Z',
    topic: 'relationships',
    topicLabel: '人間関係・社風',
    name: '山田 花',
    reference: 'A-014',
  },
];

export const questions: readonly QuestionReport[] = [
  {
    question: 'topic',
    prompt: 'どのお話から聞いてみたいですか。',
    type: 'single-choice',
    scene: 'hub',
    figure: {
      hidden: false,
      of: 20,
      declined: 2,
      written: 0,
      options: [
        { option: 'relationships', label: '人間関係・社風', viewings: 11 },
        { option: 'job-content', label: '仕事内容', viewings: 6 },
        { option: 'career', label: 'キャリア', viewings: 1 },
      ],
    },
    texts: [],
  },
  {
    question: 'worry',
    prompt: '入社まで、気がかりなことはどのくらいありますか。',
    type: 'rating',
    scene: 'worry',
    figure: aHidden(3, 8),
    texts: [],
  },
  {
    question: 'message',
    prompt: 'そのほか、私たちに伝えておきたいことがあればお書きください。',
    type: 'free-text',
    scene: 'message',
    figure: { hidden: false, of: 10, declined: 4, written: 6, options: [] },
    texts: [{ text: '面接でお会いした方と、もう一度お話ししてみたいです。', at: '2026-11-17T10:00:00Z' }],
  },
];

export const aGraphReport = (change: Partial<GraphReport> = {}): GraphReport => ({
  graph: 'welcome',
  title: '内定者の方へ 会社紹介',
  language: 'ja',
  viewings: 23,
  finished: { hidden: false, of: 20, viewings: 16 },
  topics: [
    aTopic('relationships', '人間関係・社風', 14, 7),
    aTopic('job-content', '仕事内容', 11, 4),
    aTopic('career', 'キャリア', 5, 0),
    { topic: 'terms', label: '待遇・条件', figure: aHidden(3) },
  ],
  questions,
  asked: someWords,
  askedInAll: 2,
  ...change,
});

export const aReport = (change: Partial<GraphReport> = {}): Report => ({
  format: 1,
  filter: { graph: 'welcome' },
  minimum: { group: 5, distribution: 8 },
  graphs: [aGraphReport(change)],
});

/** Nobody has watched yet. */
export const anEmptyReport = (): Report =>
  aReport({ viewings: 0, finished: aHidden(5), topics: [], questions: [], asked: [], askedInAll: 0 });
