import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-way.js';
import { companyIn, languageIn, wayTo } from './fixtures.js';

interface Args {
  /** The scene that the way leads to. */
  readonly to: string;
}

const meta: Meta<Args> = {
  title: 'Player/Way taken',
  component: 'followup-way',
  render: ({ to }, around) =>
    html`<followup-way .language=${languageIn(around)} .way=${wayTo(companyIn(around), to)}></followup-way>`,
};
export default meta;

type Story = StoryObj<Args>;

/** Some scenes on: each is a way back. */
export const Underway: Story = { args: { to: 'events' } };

/** In the first scene there is nothing to go back to. */
export const JustBegun: Story = { args: { to: 'welcome' } };
