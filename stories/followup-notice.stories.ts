import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-notice.js';
import type { FollowupNoticeElement } from '../src/elements/followup-notice.js';
import { companyIn, languageIn } from './fixtures.js';

type Args = Partial<Pick<FollowupNoticeElement, 'viewerName'>>;

const meta: Meta<Args> = {
  title: 'Player/Notice',
  component: 'followup-notice',
  render: ({ viewerName }, around) => {
    const { notice, title } = companyIn(around);
    return html`<followup-notice
      .language=${languageIn(around)}
      .notice=${notice}
      .heading=${title}
      .viewerName=${viewerName}
    ></followup-notice>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

/** The page did not say who is watching. */
export const WithoutName: Story = { args: {} };

/** The page passed a name: a third choice, of the same looks. */
export const WithName: Story = { args: { viewerName: '佐藤 さくら' } };
