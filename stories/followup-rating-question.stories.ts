import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-rating-question.js';
import type { FollowupRatingQuestionElement } from '../src/elements/followup-rating-question.js';
import { companyIn, languageIn, questionOf } from './fixtures.js';

type Args = Partial<Pick<FollowupRatingQuestionElement, 'given'>>;

const meta: Meta<Args> = {
  title: 'Questions/Rating',
  component: 'followup-rating-question',
  render: ({ given }, around) => html`
    <followup-rating-question
      .language=${languageIn(around)}
      .question=${questionOf(companyIn(around), 'worry', 'rating')}
      .given=${given}
    ></followup-rating-question>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Asked for the first time. */
export const Asked: Story = { args: {} };

/** The viewer came back to change the answer. */
export const AnsweredBefore: Story = { args: { given: { type: 'picked', options: ['4'] } } };
