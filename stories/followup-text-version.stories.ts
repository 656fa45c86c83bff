import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-text-version.js';
import type { FollowupTextVersionElement } from '../src/elements/followup-text-version.js';
import { companyIn, languageIn } from './fixtures.js';

type Args = Partial<Pick<FollowupTextVersionElement, 'continuable'>> & { readonly sceneId: string };

const meta: Meta<Args> = {
  title: 'Player/Text version',
  component: 'followup-text-version',
  render: ({ sceneId, continuable }, around) => html`
    <followup-text-version
      .language=${languageIn(around)}
      .scene=${companyIn(around).scenes[sceneId]}
      ?continuable=${continuable}
    ></followup-text-version>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** A scene that asks nothing: a button leads on. */
export const LeadsOn: Story = { args: { sceneId: 'welcome', continuable: true } };

/** What the scene asks will stand below. */
export const BeforeAQuestion: Story = { args: { sceneId: 'hub' } };

/** The author has not written one yet. */
export const Missing: Story = { args: { sceneId: 'words', continuable: true } };
