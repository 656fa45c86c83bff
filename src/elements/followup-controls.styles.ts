import { css } from 'lit';

import { part } from './part.styles.js';
import { slider } from './slider.styles.js';

export const styles = [
  part,
  slider,
  css`
    :host {
      container-type: inline-size;
      background: var(--_surface);
    }

    .bar {
      display: grid;
      grid-template: 'seek seek seek seek seek' auto 'play time title more fullscreen' auto / auto auto 1fr auto auto;
      align-items: center;
      padding: 0 0.25em 0.25em;
    }

    input.seek {
      grid-area: seek;
      inline-size: calc(100% - 1em);
      margin-inline: 0.5em;
    }

    .play {
      grid-area: play;
    }

    .time {
      grid-area: time;
      padding-inline: 0.25em;
      color: var(--_text-muted);
      font-size: 0.8125em;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }

    .title {
      grid-area: title;
      overflow: hidden;
      padding-inline: 0.5em;
      font-size: 0.8125em;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .more {
      grid-area: more;
    }

    .fullscreen {
      grid-area: fullscreen;
    }

    button {
      padding: 0;
    }

    .more[aria-expanded='true'] {
      background: var(--_surface-muted);
    }

    .rarer {
      display: none;
      grid-column: 1 / -1;
      padding: 0.25em 0.25em 0.5em;
    }

    .unfolded .rarer {
      display: grid;
    }

    /* Beside a text there is nothing to fold away. */
    .text {
      grid-template: 'rarer fullscreen' auto / 1fr auto;
      align-items: start;
      padding-block-start: 0.25em;
      border-block-start: 1px solid var(--_border);
    }

    .text .more {
      display: none;
    }

    .text .rarer {
      display: grid;
      grid-area: rarer;
      padding: 0;
    }

    /* A telephone held sideways is wide and has no height to spare: there the narrow bar is better. */
    @media (min-height: 30em) {
      @container (min-width: 42em) {
        .bar {
          padding: 0 0.5em 0.25em;
        }

        .bar:not(.text) {
          grid-template:
            'seek seek seek seek seek' auto
            'play time title settings fullscreen' auto
            'journey journey journey journey journey' auto / auto auto 1fr auto auto;
        }

        .more {
          display: none;
        }

        .title {
          font-size: 0.875em;
        }

        .bar:not(.text) .rarer {
          display: contents;
        }

        .bar:not(.text) slot[name='settings'] {
          display: block;
          grid-area: settings;
        }

        .bar:not(.text) slot[name='journey'] {
          display: block;
          grid-area: journey;
        }
      }
    }
  `,
];
