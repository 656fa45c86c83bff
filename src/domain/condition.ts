import * as v from 'valibot';

import { described, idSchema, labelSchema, optionIdSchema } from './schema-parts.js';

/**
 * What must be true of the whole viewing so far, not of the last click alone.
 * Written as a type first because a schema that refers to itself cannot be inferred.
 */
export type Condition =
  /** The latest answer to `question` holds `option`; without `option`, any answer was given. */
  | { readonly type: 'answer'; readonly question: string; readonly option?: string | undefined }
  /** The latest answer to `question` was 答えたくない. */
  | { readonly type: 'declined'; readonly question: string }
  | { readonly type: 'visited'; readonly scene: string }
  /** The sum of the weights of all interest signals for `topic` so far. */
  | { readonly type: 'interest'; readonly topic: string; readonly atLeast: number }
  | { readonly type: 'anxiety'; readonly topic: string; readonly atLeast: number }
  /** What the page says of the viewer, such as `jobType`. */
  | { readonly type: 'attribute'; readonly name: string; readonly equals: string }
  | { readonly type: 'all'; readonly of: readonly Condition[] }
  | { readonly type: 'any'; readonly of: readonly Condition[] }
  | { readonly type: 'not'; readonly of: Condition };

const topicTotal = {
  topic: described(idSchema, 'The topic, by its id.'),
  atLeast: described(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)),
    'The total from which it holds.',
  ),
};
const several = () => v.pipe(v.array(v.lazy(() => conditionSchema)), v.minLength(1), v.maxLength(100));

export const conditionSchema: v.GenericSchema<Condition> = v.variant('type', [
  v.strictObject({
    type: v.literal('answer'),
    question: described(idSchema, 'The question, by its id. Its latest answer counts.'),
    option: v.optional(described(optionIdSchema, 'Holds if this was picked. Left out, any answer will do.')),
  }),
  v.strictObject({
    type: v.literal('declined'),
    question: described(idSchema, 'Holds if the viewer left this question unanswered (答えたくない).'),
  }),
  v.strictObject({ type: v.literal('visited'), scene: described(idSchema, 'Holds once this scene was entered.') }),
  v.strictObject({ type: v.literal('interest'), ...topicTotal }),
  v.strictObject({ type: v.literal('anxiety'), ...topicTotal }),
  v.strictObject({
    type: v.literal('attribute'),
    name: described(labelSchema, 'The name of an attribute that the page passes in, such as "jobType".'),
    equals: described(labelSchema, 'Holds if the attribute is exactly this.'),
  }),
  v.strictObject({ type: v.literal('all'), of: described(several(), 'Holds if every one of these holds.') }),
  v.strictObject({ type: v.literal('any'), of: described(several(), 'Holds if at least one of these holds.') }),
  v.strictObject({
    type: v.literal('not'),
    of: described(
      v.lazy(() => conditionSchema),
      'Holds if this does not.',
    ),
  }),
]) as v.GenericSchema<Condition>;
