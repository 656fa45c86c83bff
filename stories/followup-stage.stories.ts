import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-stage.js';
import type { PlayerView } from '../src/runtime/player-view.js';
import { aSession, companyIn, languageIn, wayTo } from './fixtures.js';

/** What differs from a viewing that has just begun. */
type Args = Pick<Partial<PlayerView>, 'life' | 'sceneId' | 'reading' | 'seen' | 'given' | 'choice'>;

const meta: Meta<Args> = {
  title: 'Player/States',
  component: 'followup-stage',
  render: (args, around) => {
    const graph = companyIn(around);
    const way = wayTo(graph, args.sceneId ?? graph.start);
    const session = aSession(graph, { ...args, way, canGoBack: way.length > 1 });
    return html`
      <followup-stage
        style="max-inline-size: 960px; margin-inline: auto"
        lang=${graph.language}
        .language=${languageIn(around)}
        .session=${session}
      ></followup-stage>
    `;
  },
};
export default meta;

type Story = StoryObj<Args>;

/** Before anything is recorded. */
export const Notice: Story = { args: { life: 'notice' } };

/** The clip is on its way. The words come late: most clips are there sooner. */
export const Loading: Story = { args: { life: 'loading' } };

/** The clip is on. */
export const Playing: Story = { args: { life: 'playing' } };

/** The viewer paused, or the browser asks for a tap first. */
export const Paused: Story = { args: { life: 'paused' } };

/** The line does not keep up, or has dropped. */
export const Stalled: Story = { args: { life: 'stalled' } };

/** A hub asks what to see first. */
export const Asking: Story = { args: { life: 'asking', sceneId: 'hub' } };

/** The hub asks again. What was seen says so. */
export const AskingAgain: Story = { args: { life: 'asking', sceneId: 'hub', seen: ['people', 'work'] } };

/** The viewer came back to a question and sees what they answered. */
export const ChangingAnAnswer: Story = {
  args: { life: 'asking', sceneId: 'worry', given: { type: 'picked', options: ['2'] } },
};

/** The text version of a scene that asks nothing. */
export const Reading: Story = { args: { life: 'reading', reading: true } };

/** The text version of a scene, with its question below. */
export const ReadingAndAsking: Story = { args: { life: 'asking', reading: true, sceneId: 'hub' } };

/** The clip is not there, broken, or the network has gone. The place is kept. */
export const Failed: Story = { args: { life: 'failed' } };

/** The end of the way, with a person to talk to. */
export const Ended: Story = { args: { life: 'ended', sceneId: 'end' } };
