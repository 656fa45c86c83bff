import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-controls.js';
import '../src/define/followup-journey.js';
import '../src/define/followup-settings.js';
import type { MediaFacts } from '../src/elements/media-facts.js';
import type { Life } from '../src/runtime/player-view.js';
import { aSession, companyIn, languageIn, wayTo } from './fixtures.js';

type Args = Partial<MediaFacts> & { readonly life: Life };

const meta: Meta<Args> = {
  title: 'Player/Controls',
  component: 'followup-controls',
  render: ({ life, ...facts }, around) => {
    const graph = companyIn(around);
    const language = languageIn(around);
    const { view, media } = aSession(graph, { life, way: wayTo(graph, 'hub'), canGoBack: true }, facts);
    return html`
      <followup-controls .language=${language} .view=${view} .facts=${media.facts()}>
        <followup-settings
          slot="settings"
          .language=${language}
          .facts=${media.facts()}
          .captions=${view.scene.clip?.captions ?? []}
        ></followup-settings>
        <followup-journey slot="journey" .language=${language} .view=${view}></followup-journey>
      </followup-controls>
    `;
  },
};
export default meta;

type Story = StoryObj<Args>;

/** A clip is on, with captions. */
export const Playing: Story = { args: { life: 'playing', currentSeconds: 9, captions: 'ja' } };

/** The clip speaks two languages. */
export const TwoLanguages: Story = {
  args: {
    life: 'playing',
    currentSeconds: 9,
    audio: 'ja',
    audios: [
      { language: 'ja', label: '日本語' },
      { language: 'en', label: 'English' },
    ],
  },
};

/** Paused and muted, at one and a half times the speed. */
export const PausedAndMuted: Story = { args: { life: 'paused', muted: true, rate: 1.5 } };

/** A question stands: there is nothing to play or seek in. */
export const WhileAsked: Story = { args: { life: 'asking' } };
