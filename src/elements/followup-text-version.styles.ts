import { css } from 'lit';

import { part } from './part.styles.js';

export const styles = [
  part,
  css`
    :host {
      container-type: inline-size;
      background: var(--_surface);
    }

    article {
      display: grid;
      gap: 1.1em;
      max-inline-size: 42em;
      margin-inline: auto;
      padding: calc(var(--_gap) * 1.5) calc(var(--_gap) * 1.25);
      line-height: 1.9;
    }

    h2 {
      font-size: 1.4em;
    }

    p {
      white-space: pre-line;
    }

    button {
      justify-self: start;
      min-inline-size: 10em;
      min-block-size: 48px;
    }

    @container (min-width: 34em) {
      article {
        padding: calc(var(--_gap) * 2.5) calc(var(--_gap) * 1.75);
      }
    }
  `,
];
