import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-free-text-question.js';
import type { FollowupFreeTextQuestionElement } from '../src/elements/followup-free-text-question.js';
import { companyIn, languageIn, questionOf } from './fixtures.js';

type Args = Partial<Pick<FollowupFreeTextQuestionElement, 'given'>>;

const meta: Meta<Args> = {
  title: 'Questions/Free text',
  component: 'followup-free-text-question',
  render: ({ given }, around) => html`
    <followup-free-text-question
      .language=${languageIn(around)}
      .question=${questionOf(companyIn(around), 'words', 'free-text')}
      .given=${given}
    ></followup-free-text-question>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** Asked for the first time. */
export const Asked: Story = { args: {} };

/** The viewer came back to change the answer. */
export const AnsweredBefore: Story = { args: { given: { type: 'written', text: '配属先はいつごろ分かりますか？' } } };
