import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-single-choice-question.js';
import type { FollowupSingleChoiceQuestionElement } from '../src/elements/followup-single-choice-question.js';
import { companyIn, languageIn, questionOf } from './fixtures.js';

type Args = Partial<Pick<FollowupSingleChoiceQuestionElement, 'given' | 'seen'>>;

const meta: Meta<Args> = {
  title: 'Questions/Single choice',
  component: 'followup-single-choice-question',
  render: ({ given, seen }, around) => html`
    <followup-single-choice-question
      .language=${languageIn(around)}
      .question=${questionOf(companyIn(around), 'hub', 'single-choice')}
      .given=${given}
      .seen=${seen ?? []}
    ></followup-single-choice-question>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Asked for the first time. */
export const Asked: Story = { args: {} };

/** A hub asks again: what was seen says so, in words. */
export const SomeSeen: Story = { args: { seen: ['people', 'career'] } };

/** The viewer came back to change the answer. */
export const AnsweredBefore: Story = { args: { given: { type: 'picked', options: ['work'] } } };
