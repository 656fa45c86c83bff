import * as v from 'valibot';

import { described, idSchema, labelSchema, optionIdSchema, promptSchema } from '../schema-parts.js';
import { signalSchema } from '../signal.js';

/** The fields that every type of question has. */
export const questionBase = {
  id: described(idSchema, 'The id that conditions and the log name. Unique in the whole graph.'),
  prompt: described(promptSchema, 'What is asked.'),
  help: v.optional(described(promptSchema, 'One or two sentences under the prompt.')),
  atSeconds: v.optional(
    described(
      v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)),
      'Ask at this second of the clip, which goes on after the answer. Left out, the question comes at the end of the clip.',
    ),
  ),
};

export const optionSchema = v.strictObject({
  id: described(optionIdSchema, 'The id that conditions and the log name. Unique in its question.'),
  label: described(labelSchema, 'What the viewer reads and picks.'),
  signals: v.optional(described(v.array(signalSchema), 'What picking this says.')),
});

/** Something that can be picked: a choice, or a step of a rating. */
export type Option = v.InferOutput<typeof optionSchema>;
export type OptionId = Option['id'];
