import { ID_PATTERN } from './schema-parts.js';
import { ID_LENGTH } from './text-limits.js';
import type { ReadingFilter } from './report.js';
import { instantOf, startOfDay } from './zoned-time.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The names of the filters, as addresses carry them. */
export const FILTER_NAMES = ['graph', 'since', 'until', 'topic'] as const;

/** A filter, or the sentence that says what is wrong with it. */
export type ReadFilter =
  | { readonly type: 'filter'; readonly filter: ReadingFilter }
  | { readonly type: 'unreadable'; readonly message: string };

/** Reads a filter from the query of an address. Days are days of that time zone, and `until` takes its day in. */
export function readFilter(query: Readonly<Record<string, unknown>>, timeZone: string): ReadFilter {
  const filter: { -readonly [Name in keyof ReadingFilter]: ReadingFilter[Name] } = {};
  for (const name of FILTER_NAMES) {
    const value = query[name];
    if (value === undefined || value === '') continue;
    if (typeof value !== 'string') return unreadable(`"${name}" is given more than once. Give it once.`);
    const read = name === 'graph' || name === 'topic' ? readId(value) : readTime(value, timeZone, name === 'until');
    if (read === undefined) return unreadable(sentence(name));
    filter[name] = read;
  }
  if (filter.since !== undefined && filter.until !== undefined && filter.since >= filter.until) {
    return unreadable('"since" is not before "until". Exchange them, or leave one out.');
  }
  return { type: 'filter', filter };
}

function unreadable(message: string): ReadFilter {
  return { type: 'unreadable', message };
}

function readId(value: string): string | undefined {
  return value.length <= ID_LENGTH && ID_PATTERN.test(value) ? value : undefined;
}

function readTime(value: string, timeZone: string, isUntil: boolean): string | undefined {
  if (DAY.test(value)) return startOfDay(value, timeZone, isUntil ? 1 : 0);
  if (!INSTANT.test(value)) return undefined;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? undefined : instantOf(ms);
}

function sentence(name: (typeof FILTER_NAMES)[number]): string {
  if (name === 'graph' || name === 'topic') return `"${name}" is not an id. Write the id as it stands in the graph.`;
  return `"${name}" is not a day or an instant. Write it as 2026-11-20 or as 2026-11-20T00:00:00Z.`;
}
