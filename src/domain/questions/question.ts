import * as v from 'valibot';

import { freeTextSchema } from './free-text.js';
import { multipleChoiceSchema } from './multiple-choice.js';
import type { Option } from './question-base.js';
import { ratingSchema } from './rating.js';
import { singleChoiceSchema } from './single-choice.js';

/** Every type of question. A new type is a file beside this one and a line here. */
export const questionSchema = v.variant('type', [
  singleChoiceSchema,
  multipleChoiceSchema,
  ratingSchema,
  freeTextSchema,
]);

/** What a scene asks. Every question can be left unanswered, and none runs out of time. */
export type Question = v.InferOutput<typeof questionSchema>;
export type QuestionId = Question['id'];
export type QuestionType = Question['type'];

/** What can be picked in a question: options, the steps of a rating, or nothing. */
export function optionsOf(question: Question): readonly Option[] {
  if ('options' in question) return question.options;
  return 'steps' in question ? question.steps : [];
}
