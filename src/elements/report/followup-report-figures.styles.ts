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

    /* On a phone a figure stands beside its label, so that the three take little height. */
    @container report (max-width: 34em) {
      dl {
        gap: calc(var(--_gap) * 0.6);
      }

      [part='figure'] {
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: baseline;
        padding-block: 0.5em;
      }

      [part='figure']:has(.missing) {
        grid-template-columns: minmax(0, 1fr);
      }
    }

    .large {
      font-size: 1.75em;
      font-weight: 600;
      line-height: 1.4;
    }
  `,
];
