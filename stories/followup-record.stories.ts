import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-record.js';
import type { RecordingChoice } from '../src/domain/reaction.js';
import { aDesk, companyIn, languageIn, recordedIn, wayTo } from './fixtures.js';

interface Args {
  readonly choice: RecordingChoice;
  /** Wishes to delete that the company has not heard of. */
  readonly waiting: number;
  /** Why the company could not delete something. */
  readonly refusals: readonly string[];
}

const meta: Meta<Args> = {
  title: 'Player/My record',
  component: 'followup-record',
  args: { choice: 'unnamed', waiting: 0, refusals: [] },
  render: ({ choice, waiting, refusals }, around) => {
    const graph = companyIn(around);
    const viewings = choice === 'unrecorded' ? [] : [recordedIn(graph, choice)];
    return html`<followup-record
      .language=${languageIn(around)}
      .graph=${graph}
      .way=${wayTo(graph, 'events')}
      .viewerName=${languageIn(around) === 'ja' ? '佐藤 さくら' : 'Sakura Sato'}
      .desk=${aDesk({ choice, viewings, waiting, refusals })}
    ></followup-record>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

/** Recorded without a name: the answers, each to be changed or deleted. */
export const Unnamed: Story = {};

/** Recorded by name: the name can be taken back. */
export const Named: Story = { args: { choice: 'named' } };

/** Not recorded, and nothing left of before. */
export const Unrecorded: Story = { args: { choice: 'unrecorded' } };

/** A code that opens nothing, or was typed wrongly. */
export const Refused: Story = { args: { refusals: ['No viewing has this code.'] } };
