import { css } from 'lit';

import { reportPart } from './report.styles.js';

export const styles = [
  reportPart,
  css`
    :host {
      display: grid;
      gap: calc(var(--_gap) * 1.5);
    }

    .span {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      justify-content: space-between;
      gap: 0.5em var(--_gap);
    }

    .subject {
      font-weight: 600;
    }

    section {
      display: grid;
      gap: 0.5em;
      min-inline-size: 0;
      padding: calc(var(--_gap) * 1.5);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    section > :nth-child(n + 3) {
      margin-block-start: 0.6em;
    }

    .questions {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(24em, 100%), 1fr));
      gap: calc(var(--_gap) * 2.25) calc(var(--_gap) * 3);
    }

    .empty {
      justify-items: start;
      padding-block: calc(var(--_gap) * 2.25);
    }

    ol {
      display: grid;
      gap: 0.5em;
      max-inline-size: 46em;
      padding-inline-start: 1.5em;
    }

    /* Only where there is room beside the text, so that a phone keeps its width for words. */
    @container report (max-width: 34em) {
      section {
        padding-inline: calc(var(--_gap) * 1.1);
      }
    }

    @media print {
      section {
        padding: 0.75em 0 0;
        border: 0;
        border-block-start: 1px solid var(--_border);
        border-radius: 0;
      }

      section > h2,
      section > .lead {
        break-after: avoid;
      }

      #downloads,
      .span button {
        display: none;
      }
    }
  `,
];
