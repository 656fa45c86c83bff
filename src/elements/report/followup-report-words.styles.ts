import { css } from 'lit';

import { reportPart } from './report.styles.js';

export const styles = [
  reportPart,
  css`
    :host {
      display: grid;
      justify-items: start;
      gap: 0.75em;
    }

    ul {
      inline-size: 100%;
      list-style: none;
    }

    li {
      padding-block: 0.85em;
      border-block-start: 1px solid var(--_border);
    }

    li:first-child {
      border-block-start: 0;
      padding-block-start: 0.25em;
    }

    li:focus {
      outline: none;
    }

    .text {
      max-inline-size: 46em;
      white-space: pre-line;
    }

    .about {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.15em 1em;
      margin-block-start: 0.3em;
    }

    [part='topic'] {
      padding: 0.05em 0.7em;
      border-radius: 1em;
      background: var(--_surface-muted);
      color: var(--_text);
    }

    @media print {
      li {
        break-inside: avoid;
      }

      button {
        display: none;
      }
    }
  `,
];
