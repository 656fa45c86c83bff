import type { Labels } from '../domain/labels.js';
import { FILTER_NAMES, readFilter } from '../domain/reading.js';
import type { ReadingFilter } from '../domain/report.js';
import { HttpError } from './http-error.js';
import type { StoreFilter } from './reaction-store.js';

export type Query = Readonly<Record<string, unknown>>;

/** Reads the filter of a file, or answers with what is wrong with it. */
export function filterOf(query: Query, timeZone: string, labels: Labels, others: readonly string[] = []): StoreFilter {
  return withTopicQuestions(readingFilterOf(query, timeZone, others), labels);
}

/** Reads the filter alone. `others` are parameters that the route knows besides. */
export function readingFilterOf(query: Query, timeZone: string, others: readonly string[] = []): ReadingFilter {
  const known: readonly string[] = [...FILTER_NAMES, ...others];
  if (Object.keys(query).some((name) => !known.includes(name))) {
    throw new HttpError(400, 'bad-filter', `There is a filter that is not known here. Known are ${known.join(', ')}.`);
  }
  const read = readFilter(query, timeZone);
  if (read.type === 'unreadable') throw new HttpError(400, 'bad-filter', read.message);
  return read.filter;
}

/** Words that answer a question about a topic carry no signal, and are about the topic all the same. */
export function withTopicQuestions(filter: ReadingFilter, labels: Labels): StoreFilter {
  if (filter.topic === undefined) return filter;
  const topicQuestions = [...labels.graphs.values()].flatMap((graph) =>
    Object.values(graph.scenes).flatMap(({ question }) =>
      question && 'topic' in question && question.topic === filter.topic
        ? [{ graph: graph.id, question: question.id }]
        : [],
    ),
  );
  return { ...filter, topicQuestions };
}
