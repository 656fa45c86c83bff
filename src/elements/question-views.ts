import { html, type TemplateResult } from 'lit';

import type { Answer } from '../domain/answer.js';
import type { OptionId } from '../domain/questions/question-base.js';
import type { Question, QuestionType } from '../domain/questions/question.js';
import type { Language } from './language.js';

/** What a question's element is given. */
export interface Asked<Q extends Question = Question> {
  readonly question: Q;
  readonly given: Answer | undefined;
  readonly seen: readonly OptionId[];
  readonly language: Language;
  /** Parts that a page may style. */
  readonly parts: string;
}

type Views = { readonly [Type in QuestionType]: (asked: Asked<Extract<Question, { type: Type }>>) => TemplateResult };

/** Which element shows which type. A new type is one line here. */
const VIEWS: Views = {
  'single-choice': ({ question, given, seen, language, parts }) =>
    html`<followup-single-choice-question
      class="card"
      data-lead="question"
      exportparts=${parts}
      .question=${question}
      .given=${given}
      .seen=${seen}
      .language=${language}
    ></followup-single-choice-question>`,
  'multiple-choice': ({ question, given, language, parts }) =>
    html`<followup-multiple-choice-question
      class="card"
      data-lead="question"
      exportparts=${parts}
      .question=${question}
      .given=${given}
      .language=${language}
    ></followup-multiple-choice-question>`,
  rating: ({ question, given, language, parts }) =>
    html`<followup-rating-question
      class="card"
      data-lead="question"
      exportparts=${parts}
      .question=${question}
      .given=${given}
      .language=${language}
    ></followup-rating-question>`,
  'free-text': ({ question, given, language, parts }) =>
    html`<followup-free-text-question
      class="card"
      data-lead="question"
      exportparts=${parts}
      .question=${question}
      .given=${given}
      .language=${language}
    ></followup-free-text-question>`,
};

/** Draws a question by its type. */
export function renderQuestion(asked: Asked): TemplateResult {
  // The table's key is the question's own type, which the compiler cannot follow through the lookup.
  const view = VIEWS[asked.question.type] as (asked: Asked) => TemplateResult;
  return view(asked);
}
