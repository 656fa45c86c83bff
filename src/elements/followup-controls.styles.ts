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
      grid-template: 'seek seek seek seek seek' auto 'play time . more fullscreen' auto / auto auto 1fr auto auto;
      align-items: center;
      padding: 0 0.25em 0.25em;
    }

    .seek {
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

    .more {
      grid-area: more;
    }

    .fullscreen {
      grid-area: fullscreen;
    }

    button {
      padding: 0;
    }

    .rarer {
      display: none;
      grid-column: 1 / -1;
      gap: 0.25em;
      padding: 0.25em 0.25em 0.5em;
    }

    .unfolded .rarer {
      display: grid;
    }

    .more[aria-expanded='true'] {
      background: var(--_surface-muted);
    }

    @container (min-width: 42em) {
      .bar {
        grid-template:
          'seek seek seek seek' auto
          'play time settings fullscreen' auto
          'journey journey journey journey' auto / auto auto 1fr auto;
        padding: 0 0.5em 0.25em;
      }

      .more {
        display: none;
      }

      .rarer,
      .unfolded .rarer {
        display: contents;
      }

      slot[name='settings'] {
        display: block;
        grid-area: settings;
        justify-self: end;
      }

      slot[name='journey'] {
        display: block;
        grid-area: journey;
      }
    }
  `,
];
