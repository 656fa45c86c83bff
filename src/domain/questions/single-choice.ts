import * as v from 'valibot';

import { described } from '../schema-parts.js';
import { optionSchema, questionBase } from './question-base.js';

export const singleChoiceSchema = v.strictObject({
  type: v.literal('single-choice'),
  ...questionBase,
  options: described(v.pipe(v.array(optionSchema), v.minLength(1), v.maxLength(50)), 'What can be picked, in order.'),
});

/** Asks for one of several options. */
export type SingleChoiceQuestion = v.InferOutput<typeof singleChoiceSchema>;
