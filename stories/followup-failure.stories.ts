import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-failure.js';
import { companyIn, languageIn } from './fixtures.js';

const meta: Meta = {
  title: 'Player/Failure',
  component: 'followup-failure',
  render: (_, around) => html`
    <followup-failure
      .language=${languageIn(around)}
      .sceneTitle=${companyIn(around).scenes.welcome?.title ?? ''}
    ></followup-failure>
  `,
};
export default meta;

/** The clip could not be played: it is not there, it is broken, or the network has gone. */
export const Offline: StoryObj = {};
