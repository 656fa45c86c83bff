import * as v from 'valibot';

import { described, idSchema } from './schema-parts.js';

export const signalSchema = v.strictObject({
  kind: described(
    v.picklist(['interest', 'anxiety']),
    'interest (関心): the viewer chose or asked for the topic. anxiety (不安): the viewer said that it worries them.',
  ),
  topic: described(idSchema, 'The topic that the signal is about, by its id.'),
  weight: v.optional(
    described(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
      'How strongly it counts, 1 to 5. 1 when left out.',
    ),
  ),
});

/** What an answer says about a topic. Only ever what the viewer said, never what they were seen to do. */
export type Signal = v.InferOutput<typeof signalSchema>;
export type SignalKind = Signal['kind'];
