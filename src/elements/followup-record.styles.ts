import { css } from 'lit';

import { fields } from './field.styles.js';
import { panel } from './panel.styles.js';

export const styles = [
  panel,
  fields,
  css`
    h3 {
      font-size: 1em;
    }

    .part {
      display: grid;
      gap: 0.6em;
      padding-block-start: var(--_gap);
      border-block-start: 1px solid var(--_border);
    }

    ul,
    ol {
      list-style: none;
    }

    .answers li {
      display: grid;
      gap: 0.2em 1em;
      padding-block: 0.6em;
    }

    .answers li + li {
      border-block-start: 1px solid var(--_border);
    }

    .answers .deeds {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4em;
      margin-inline-start: -0.6em;
    }

    .deeds button {
      padding-inline: 0.6em;
      color: var(--_accent);
    }

    details ol {
      display: grid;
      gap: 0.45em;
      padding-block: 0.5em;
    }

    summary {
      display: flex;
      align-items: center;
      min-block-size: 44px;
      cursor: pointer;
    }

    summary::before {
      content: '';
      flex: none;
      inline-size: 0.5em;
      block-size: 0.5em;
      margin-inline: 0.2em 0.7em;
      border: solid currentColor;
      border-width: 0 2px 2px 0;
      transform: rotate(-45deg);
    }

    details[open] summary::before {
      transform: rotate(45deg);
    }

    summary::-webkit-details-marker {
      display: none;
    }

    time {
      display: block;
    }

    .code {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.4em 1em;
    }

    code {
      font-family: ui-monospace, monospace;
      font-size: 1.0625em;
      letter-spacing: 0.03em;
    }

    .codes,
    .other {
      display: grid;
      gap: 0.6em;
    }

    .other button {
      min-block-size: 48px;
    }

    .told {
      padding: 0.7em 0.9em;
      border-radius: var(--_radius);
      background: var(--_surface-muted);
    }

    @container (min-width: 34em) {
      .answers li {
        grid-template-columns: 1fr auto;
        align-items: center;
      }

      .answers .deeds {
        grid-row: 1 / span 3;
        grid-column: 2;
      }

      .other {
        grid-template-columns: 1fr auto;
        align-items: end;
      }
    }
  `,
];
