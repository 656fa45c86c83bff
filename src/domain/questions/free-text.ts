import * as v from 'valibot';

import { described, idSchema } from '../schema-parts.js';
import { VIEWER_TEXT_LENGTH } from '../text-limits.js';
import { questionBase } from './question-base.js';

export const freeTextSchema = v.strictObject({
  type: v.literal('free-text'),
  ...questionBase,
  topic: v.optional(described(idSchema, 'The topic that the words are about, by its id. HR finds them under it.')),
  maxLength: v.optional(
    described(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(VIEWER_TEXT_LENGTH)),
      'How many characters may be written. 2,000 when left out.',
    ),
  ),
});

/** Asks for the viewer's own words. */
export type FreeTextQuestion = v.InferOutput<typeof freeTextSchema>;
