import * as v from 'valibot';

import { described } from '../schema-parts.js';
import { optionSchema, questionBase } from './question-base.js';

export const ratingSchema = v.strictObject({
  type: v.literal('rating'),
  ...questionBase,
  steps: described(
    v.pipe(v.array(optionSchema), v.minLength(2), v.maxLength(11)),
    'The steps in order, each with a label of its own: a bare number says nothing to a screen reader.',
  ),
});

/** Asks for one step of an ordered scale. */
export type RatingQuestion = v.InferOutput<typeof ratingSchema>;
