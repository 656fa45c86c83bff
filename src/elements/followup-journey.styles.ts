import { css } from 'lit';

import { part } from './part.styles.js';

export const styles = [
  part,
  css`
    :host {
      container-type: inline-size;
    }

    .journey {
      display: grid;
      font-size: 0.9375em;
    }

    button {
      justify-content: flex-start;
      padding: 0.4em 0.6em;
      text-align: start;
    }

    .icon {
      inline-size: 1.35em;
      block-size: 1.35em;
      color: var(--_text-muted);
    }

    button[aria-expanded='true'] {
      background: var(--_surface-muted);
    }

    @container (min-width: 40em) {
      .journey {
        display: flex;
        flex-wrap: wrap;
        font-size: 0.875em;
      }
    }
  `,
];
