import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-ending.js';
import type { Ending } from '../src/domain/scene.js';
import { companyIn, languageIn } from './fixtures.js';

interface Args {
  /** In the place of the author's own. */
  readonly ending?: Ending;
}

const meta: Meta<Args> = {
  title: 'Player/Ending',
  component: 'followup-ending',
  render: (args, around) => {
    const { end } = companyIn(around).scenes;
    const scene = end && { ...end, ...args };
    return html`<followup-ending .language=${languageIn(around)} .scene=${scene}></followup-ending>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

/** A few warm words, and a person to talk to. */
export const WithAPerson: Story = { args: {} };

/** The author wrote nothing for it. */
export const Bare: Story = { args: { ending: {} } };
