import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-ask.js';
import { topicsOf } from '../src/domain/graph.js';
import type { FollowupAskElement } from '../src/elements/followup-ask.js';
import { companyIn, languageIn } from './fixtures.js';

type Args = Pick<FollowupAskElement, 'choice'>;

const meta: Meta<Args> = {
  title: 'Player/Ask the company',
  component: 'followup-ask',
  render: ({ choice }, around) => {
    const graph = companyIn(around);
    return html`<followup-ask
      .language=${languageIn(around)}
      .invitation=${graph.ask}
      .topics=${topicsOf(graph)}
      .choice=${choice}
      .contact=${graph.notice.contact}
    ></followup-ask>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

/** Recorded without a name: the words go alone. */
export const Unnamed: Story = { args: { choice: 'unnamed' } };

/** Recorded by name: the words go with it. */
export const Named: Story = { args: { choice: 'named' } };

/** Not recorded: nothing can be sent, and there is no field that would seem to. */
export const Unrecorded: Story = { args: { choice: 'unrecorded' } };
