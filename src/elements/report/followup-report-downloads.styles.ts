import { css } from 'lit';

import { reportPart } from './report.styles.js';

export const styles = [
  reportPart,
  css`
    :host {
      display: grid;
      gap: 0.75em;
    }

    .formats {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75em;
    }

    button {
      display: grid;
      flex: 0 1 15em;
      align-content: start;
      justify-content: start;
      justify-items: start;
      gap: 0;
      padding: 0.6em 1.2em;
      text-align: start;
    }

    summary {
      inline-size: fit-content;
      padding-block: 0.65em;
      cursor: pointer;
    }

    details .formats {
      margin-block-start: 0.5em;
    }

    .label {
      font-weight: 600;
    }

    [part='status'] {
      font-size: 0.9375em;
    }

    .failed {
      color: var(--_danger);
    }
  `,
];
