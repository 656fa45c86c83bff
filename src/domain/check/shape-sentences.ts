import type * as v from 'valibot';

import { quote } from './finding.js';
import { formatPath, type Place } from './path.js';
import { isNearly } from './suggest.js';

/** What the sentences need to know of a field that is missing or not known. */
export interface FieldFacts {
  /** What the schema says the missing field is for. */
  readonly description?: string | undefined;
  /** Fields that could stand in place of the unknown one. */
  readonly fields?: readonly string[];
}

/** Says what is wrong in the shape of a document, where, and what to do. */
export function describeShape(issue: v.BaseIssue<unknown>, place: Place, facts: FieldFacts): string {
  const field = String(place.at(-1));
  if (isUnknownField(issue)) return `${whereOf(place.slice(0, -1))}: ${describeUnknown(field, facts.fields ?? [])}`;
  if (isMissingField(issue)) {
    const choices = issue.expected?.includes(' | ') ? ` Write ${listChoices(issue.expected)}.` : '';
    const what = facts.description ? ` It says: ${facts.description}` : '';
    return `${whereOf(place.slice(0, -1))}: ${quote(field)} is missing. Add it.${choices || what}`;
  }
  return `${whereOf(place)}: ${describeValue(issue)}`;
}

export function isUnknownField(issue: v.BaseIssue<unknown>): boolean {
  return issue.kind === 'schema' && issue.path?.at(-1)?.origin === 'key' && issue.expected === 'never';
}

export function isMissingField(issue: v.BaseIssue<unknown>): boolean {
  return issue.kind === 'schema' && issue.received === 'undefined';
}

/** Names a place for a sentence: `Scene "ask", branches[0].to`. */
export function whereOf(place: Place): string {
  if (place.length === 0) return 'The graph';
  if (place[0] !== 'scenes' || typeof place[1] !== 'string') return formatPath(place);
  const rest = formatPath(place.slice(2));
  return `Scene ${quote(place[1])}${rest && `, ${rest}`}`;
}

function describeUnknown(field: string, fields: readonly string[]): string {
  const meant = fields.find((one) => isNearly(one, field));
  const advice = meant
    ? `Write ${quote(meant)} if you mean that, or remove it.`
    : `Remove it${fields.length ? `, or use one of ${fields.map(quote).join(', ')}` : ''}.`;
  return `${quote(field)} is not a field that belongs here. ${advice}`;
}

const WORDS_FOR_TYPES: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list in [ ]',
  Object: 'an object in { }',
};

function describeValue({ kind, type, expected, received, requirement, input, message }: v.BaseIssue<unknown>): string {
  const shown = typeof input === 'string' ? quote(input) : describeReceived(received);
  if (kind === 'schema') {
    const wanted = expected === null ? 'something else' : (WORDS_FOR_TYPES[expected] ?? listChoices(expected));
    return `this must be ${wanted}, not ${shown}. Change it.`;
  }
  const limit = String(requirement);
  switch (type) {
    case 'regex':
    case 'non_empty':
      return `${message}${typeof input === 'string' && input ? ` ${shown} does not.` : ''}`;
    case 'max_length':
      return typeof input === 'string'
        ? `this is ${input.length} characters long. Shorten it to ${limit} at most.`
        : `this list is too long. Keep ${limit} at most.`;
    case 'min_length':
    case 'min_entries':
      return `this needs at least ${limit} of them. Add one.`;
    case 'max_entries':
      return `there are too many. Keep ${limit} at most.`;
    case 'min_value':
      return `this must be at least ${limit}, not ${shown}. Raise it.`;
    case 'max_value':
      return `this must be at most ${limit}, not ${shown}. Lower it.`;
    case 'integer':
      return `this must be a whole number, not ${shown}. Round it.`;
    default:
      return message;
  }
}

function describeReceived(received: string): string {
  if (received === 'Array') return 'a list';
  if (received === 'Object') return 'an object';
  return received.length > 80 ? `${received.slice(0, 80)}…` : received;
}

/** Turns `("a" | "b")` into `one of "a", "b"`. */
function listChoices(expected: string): string {
  const choices = expected.replace(/^\(|\)$/g, '').split(' | ');
  return choices.length > 1 ? `one of ${choices.join(', ')}` : choices.join('');
}
