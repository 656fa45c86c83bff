import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-multiple-choice-question.js';
import type { FollowupMultipleChoiceQuestionElement } from '../src/elements/followup-multiple-choice-question.js';
import { companyIn, languageIn, questionOf } from './fixtures.js';

type Args = Partial<Pick<FollowupMultipleChoiceQuestionElement, 'given'>>;

const meta: Meta<Args> = {
  title: 'Questions/Multiple choice',
  component: 'followup-multiple-choice-question',
  render: ({ given }, around) => html`
    <followup-multiple-choice-question
      .language=${languageIn(around)}
      .question=${questionOf(companyIn(around), 'events', 'multiple-choice')}
      .given=${given}
    ></followup-multiple-choice-question>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Asked for the first time. */
export const Asked: Story = { args: {} };

/** As many are picked as it asks for. */
export const Full: Story = { args: { given: { type: 'picked', options: ['talk', 'peers'] } } };
