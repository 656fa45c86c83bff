import * as v from 'valibot';

import type { Problem, ProblemCode } from '../problem.js';
import { anError } from './finding.js';
import type { Place } from './path.js';
import { fieldDescription, fieldNames, findSchema } from './schema-walk.js';
import { describeShape, isMissingField, isUnknownField } from './shape-sentences.js';

/** Parsing anew after each unknown field is what finds the next one; this many times for one part. */
const MAX_ROUNDS = 10;

/** A part of the document, read as far as its shape allows. */
export interface ShapeRead {
  /** Without the fields that are not known. Trust only what `faulty` does not name. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where values of the wrong shape stand, seen from the part. */
  readonly faulty: readonly Place[];
}

/**
 * Checks a part against its schema and says all that is wrong with it. `value` must be a copy of one's own: fields
 * that do not belong are taken out of it, so that one misspelt word does not hide what comes after.
 */
export function readShape(schema: v.GenericSchema, value: unknown, at: Place): ShapeRead {
  const problems: Problem[] = [];
  for (let round = 1; ; round += 1) {
    const issues = v.safeParse(schema, value).issues ?? [];
    const unknown = issues.filter(isUnknownField);
    const last = unknown.length === 0 || round === MAX_ROUNDS;
    const told = last ? issues : unknown;
    problems.push(...told.map((issue) => toProblem(issue, schema, value, at)));
    if (last) return { value, problems, faulty: issues.map(placeOf) };
    unknown.forEach(removeField);
  }
}

function toProblem(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, value: unknown, at: Place): Problem {
  const place = placeOf(issue);
  const holder = findSchema(schema, value, place.slice(0, -1));
  const facts = { description: fieldDescription(holder, String(place.at(-1))), fields: fieldNames(holder) };
  return anError(codeOf(issue, [...at, ...place]), [...at, ...place], describeShape(issue, [...at, ...place], facts));
}

function codeOf(issue: v.BaseIssue<unknown>, place: Place): ProblemCode {
  const field = place.at(-1);
  if (isMissingField(issue) && field === 'notice') return 'missing-notice';
  if (isMissingField(issue) && field === 'retentionDays') return 'missing-retention';
  if (issue.type === 'picklist' && place.at(-3) === 'sources') return 'unknown-media-type';
  return 'wrong-shape';
}

function placeOf(issue: v.BaseIssue<unknown>): Place {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function removeField(issue: v.BaseIssue<unknown>): void {
  const last = issue.path?.at(-1);
  if (typeof last?.input === 'object' && last.input !== null) Reflect.deleteProperty(last.input, last.key as string);
}
