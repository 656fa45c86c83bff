import { css } from 'lit';

import { part } from './part.styles.js';
import { slider } from './slider.styles.js';

export const styles = [
  part,
  slider,
  css`
    .settings {
      display: grid;
      font-size: 0.9375em;
    }

    .sound,
    .menu {
      display: flex;
      align-items: center;
      gap: 0.5em;
      min-block-size: 44px;
      padding-inline: 0.6em;
    }

    .icon {
      inline-size: 1.35em;
      block-size: 1.35em;
      color: var(--_text-muted);
    }

    .sound button {
      margin-inline-start: -0.75em;
      padding: 0;
    }

    .volume {
      flex: 1;
      inline-size: 5em;
      min-inline-size: 0;
    }

    .menu span {
      flex: 1;
    }

    select {
      min-block-size: 44px;
      max-inline-size: 10em;
      margin: 0;
      padding-inline: 0.35em;
      border: 0;
      border-radius: 8px;
      background: transparent;
      cursor: pointer;
    }

    select:hover {
      background: var(--_surface-muted);
    }

    /* The list that a dark page opens takes its colours from the option. */
    option {
      background: var(--_surface);
      color: var(--_text);
    }

    /* Asks the bar that this is put into: on its own it is a list. */
    @media (min-height: 30em) {
      @container (min-width: 42em) {
        .settings {
          display: flex;
          align-items: center;
          gap: 0.25em;
          font-size: 0.875em;
        }

        .sound {
          gap: 0;
        }

        .menu {
          gap: 0.15em;
          padding-inline: 0.35em;
        }

        .menu span {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
          white-space: nowrap;
        }

        select {
          field-sizing: content;
        }
      }
    }
  `,
];
