import type { OptionId } from './questions/question-base.js';

/** What a viewer gave to a question. */
export type Answer =
  /** One option, several, or none of a multiple choice. */
  | { readonly type: 'picked'; readonly options: readonly OptionId[] }
  /** The viewer's own words, never empty. */
  | { readonly type: 'written'; readonly text: string }
  /** 答えたくない. No signal, ever. */
  | { readonly type: 'declined' };
