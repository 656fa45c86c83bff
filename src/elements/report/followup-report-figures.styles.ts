import { css } from 'lit';

import { reportPart } from './report.styles.js';

export const styles = [
  reportPart,
  css`
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(11em, 100%), 1fr));
      gap: var(--_gap);
    }

    [part='figure'] {
      display: grid;
      align-content: start;
      gap: 0.1em;
      padding: calc(var(--_gap) * 0.9) calc(var(--_gap) * 1.25);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
      break-inside: avoid;
    }

    dt {
      font-size: 0.9375em;
    }

    .large {
      font-size: 1.75em;
      font-weight: 600;
      line-height: 1.4;
    }
  `,
];
