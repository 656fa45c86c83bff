import * as v from 'valibot';

import { ADDRESS_LENGTH, ID_LENGTH, LABEL_LENGTH, PROMPT_LENGTH, TEXT_LENGTH } from './text-limits.js';

/** Ids begin with a letter of any script, so `__proto__` and array-like keys are never ids. */
export const ID_PATTERN = /^\p{L}[\p{L}\p{N}_-]*$/u;

/** Options, and rating steps, may be plain numbers too: `"1"`. */
const OPTION_ID_PATTERN = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

const ID_SENTENCE =
  'An id begins with a letter and goes on with letters, digits, hyphens or underscores, at most 64 in all.';

export const idSchema = v.pipe(v.string(), v.regex(ID_PATTERN, ID_SENTENCE), v.maxLength(ID_LENGTH, ID_SENTENCE));
export const optionIdSchema = v.pipe(
  v.string(),
  v.regex(OPTION_ID_PATTERN, ID_SENTENCE),
  v.maxLength(ID_LENGTH, ID_SENTENCE),
);

/** An id that a browser made by chance. */
export const uuidSchema = v.pipe(v.string(), v.uuid());

const filled = (length: number) => v.pipe(v.string(), v.nonEmpty('Write something here.'), v.maxLength(length));
export const labelSchema = filled(LABEL_LENGTH);
export const promptSchema = filled(PROMPT_LENGTH);
export const textSchema = filled(TEXT_LENGTH);
export const addressSchema = filled(ADDRESS_LENGTH);
/** A BCP 47 language tag, such as `ja` or `en-GB`. */
export const languageSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'A language is a BCP 47 tag such as "ja" or "en".'),
  v.maxLength(35),
);

/** Adds the sentence that an editor shows beside the field and the docs print. */
export const described = <const S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description));
