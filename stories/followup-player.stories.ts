import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-player.js';
import type { Graph } from '../src/domain/graph.js';
import type { FollowupPlayerElement } from '../src/elements/followup-player.js';
import { languageIn } from './fixtures.js';

type Args = Pick<FollowupPlayerElement, 'viewer'> & {
  /** The demo's graphs, by language. */
  readonly demo?: boolean;
  readonly graph?: Graph;
};

const meta: Meta<Args> = {
  title: 'Player/Whole',
  component: 'followup-player',
  render: ({ demo, graph, viewer }, around) => html`
    <followup-player
      style="max-inline-size: 960px; margin-inline: auto"
      .src=${demo ? `graphs/asanagi.${languageIn(around)}.json` : undefined}
      .graph=${graph}
      .viewer=${viewer}
    ></followup-player>
  `,
};
export default meta;

type Story = StoryObj<Args>;

/** The demo's graph, to be watched from the notice to an ending. */
export const Watch: Story = { args: { demo: true } };

/** The page knows who is watching, so that recording by name is offered too. */
export const WatchWithName: Story = { args: { demo: true, viewer: { name: '佐藤 さくら' } } };

/** Nothing was given to it yet. It takes its room, so that the page does not jump later. */
export const Empty: Story = { args: {} };

/** What it was given is no graph, and there was none before it. */
export const Unplayable: Story = { args: { graph: { format: 1 } as unknown as Graph } };
