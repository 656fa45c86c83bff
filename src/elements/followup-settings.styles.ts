import { css } from 'lit';

import { part } from './part.styles.js';
import { slider } from './slider.styles.js';

export const styles = [
  part,
  slider,
  css`
    .settings {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25em 0.75em;
    }

    .sound {
      display: flex;
      align-items: center;
    }

    .sound button {
      padding: 0;
    }

    .volume {
      inline-size: 5.5em;
    }

    .menu {
      display: inline-flex;
      align-items: center;
      gap: 0.25em;
      color: var(--_text-muted);
      font-size: 0.875em;
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
  `,
];
