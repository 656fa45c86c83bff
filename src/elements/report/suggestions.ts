import type { TopicId } from '../../domain/topic.js';
import type { Language } from '../language.js';

type Suggestion =
  | 'round-table'
  | 'peers'
  | 'one-to-one'
  | 'workshop'
  | 'mentor'
  | 'visit'
  | 'in-writing'
  | 'steady-news'
  | 'session-online';

const WORDS: Readonly<Record<Language, Readonly<Record<Suggestion, string>>>> = {
  ja: {
    'round-table': '先輩社員との座談会・懇親会',
    peers: '同期どうしの交流の場',
    'one-to-one': '人事や配属先の上司との個別面談',
    workshop: '入社前の研修・体験会',
    mentor: '希望職種に近い先輩をメンターに',
    visit: '職場見学・1日の仕事体験',
    'in-writing': '制度や条件を書面であらためて案内',
    'steady-news': '月に一度の近況の便り',
    'session-online': 'オンラインの質問会（Zoomなど）',
  },
  en: {
    'round-table': 'A round table or social with staff',
    peers: 'An event for the people joining together',
    'one-to-one': 'A one-to-one talk with HR or the future manager',
    workshop: 'A workshop or training before joining',
    mentor: 'A mentor close to the wished-for job',
    visit: 'A look around the workplace, or a trial day',
    'in-writing': 'The terms explained once more in writing',
    'steady-news': 'News from the company once a month',
    'session-online': 'A question session online',
  },
};

const BY_TOPIC: Readonly<Record<TopicId, readonly Suggestion[]>> = {
  relationships: ['round-table', 'peers'],
  'job-content': ['visit', 'mentor', 'workshop'],
  career: ['mentor', 'one-to-one'],
  terms: ['one-to-one', 'in-writing'],
  comparison: ['one-to-one', 'round-table'],
  isolation: ['steady-news', 'round-table', 'peers'],
  preparation: ['session-online', 'workshop'],
};

const FOR_OTHERS: readonly Suggestion[] = ['one-to-one', 'session-online'];

/** Lists what a company could do about a topic: options to choose from, the same whatever the numbers say. */
export function suggestFor(topic: TopicId, language: Language): readonly string[] {
  const suggestions = Object.hasOwn(BY_TOPIC, topic) ? BY_TOPIC[topic] : undefined;
  return (suggestions ?? FOR_OTHERS).map((suggestion) => WORDS[language][suggestion]);
}
