import { css } from 'lit';

import { fields } from './report-fields.styles.js';
import { reportPart } from './report.styles.js';

export const styles = [
  reportPart,
  fields,
  css`
    form {
      display: grid;
      gap: calc(var(--_gap) * 1.25);
      max-inline-size: 34em;
      margin-inline: auto;
      padding: calc(var(--_gap) * 2) calc(var(--_gap) * 1.75);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    .entry {
      display: grid;
      gap: 0.4em;
    }

    .field {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.5em;
    }

    #token {
      font-family: ui-monospace, monospace;
    }

    .fault {
      color: var(--_danger);
      font-size: 0.9375em;
    }

    [part='submit'] {
      justify-self: start;
      padding-inline: 1.75em;
      font-weight: 600;
    }
  `,
];
