import * as v from 'valibot';

import { described } from '../schema-parts.js';
import { optionSchema, questionBase } from './question-base.js';

export const multipleChoiceSchema = v.strictObject({
  type: v.literal('multiple-choice'),
  ...questionBase,
  options: described(v.pipe(v.array(optionSchema), v.minLength(1), v.maxLength(50)), 'What can be picked, in order.'),
  atMost: v.optional(
    described(v.pipe(v.number(), v.integer(), v.minValue(1)), 'How many may be picked. Any number when left out.'),
  ),
});

/** Asks for any number of several options. */
export type MultipleChoiceQuestion = v.InferOutput<typeof multipleChoiceSchema>;
