import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-failure.js';
import type { ClipFailure } from '../src/domain/clip-failure.js';
import { companyIn, languageIn } from './fixtures.js';

interface Args {
  readonly failure: ClipFailure;
}

const meta: Meta<Args> = {
  title: 'Player/Failure',
  component: 'followup-failure',
  render: ({ failure }, around) => html`
    <followup-failure
      .language=${languageIn(around)}
      .failure=${failure}
      .sceneTitle=${companyIn(around).scenes.welcome?.title ?? ''}
    ></followup-failure>
  `,
};
export default meta;

/** The line broke, or nothing came for half a minute. */
export const Offline: StoryObj<Args> = { args: { failure: 'network' } };

/** The server has no such file. */
export const NotThere: StoryObj<Args> = { args: { failure: 'not-found' } };

/** The file came, and this browser cannot play it. */
export const NotPlayable: StoryObj<Args> = { args: { failure: 'unplayable' } };
