import { css } from 'lit';

import { reportPart } from './report.styles.js';

export const styles = [
  reportPart,
  css`
    :host {
      container-type: inline-size;
    }

    /* The head stays for screen readers; on a narrow screen each figure carries its own label. */
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody [role='row'] {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0.6em 1.25em;
      padding-block: 1.1em;
      border-block-start: 1px solid var(--_border);
    }

    tbody [role='row']:first-child {
      border-block-start: 0;
      padding-block-start: 0.25em;
    }

    [role='rowheader'] {
      grid-column: 1 / -1;
      font-weight: 600;
    }

    .missing,
    .options {
      grid-column: 1 / -1;
    }

    .strength {
      display: grid;
      align-content: start;
      gap: 0.3em;
    }

    .figure {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 0.75em;
    }

    .narrow-label {
      color: var(--_text-muted);
      font-size: 0.875em;
    }

    .key {
      display: inline-block;
      inline-size: 0.75em;
      block-size: 0.75em;
      margin-inline-end: 0.45em;
      border-radius: 3px;
      background: var(--_interest);
      print-color-adjust: exact;
    }

    .key.anxiety {
      background: var(--_anxiety);
    }

    ul {
      list-style: none;
      font-size: 0.875em;
      line-height: 1.6;
    }

    li {
      position: relative;
      padding-inline-start: 1em;
    }

    li::before {
      content: '';
      position: absolute;
      inset-block-start: 0.75em;
      inset-inline-start: 0.15em;
      inline-size: 0.3em;
      block-size: 0.3em;
      border-radius: 50%;
      background: var(--_control-border);
    }

    @container (min-width: 46em) {
      thead {
        position: static;
        inline-size: auto;
        block-size: auto;
        clip-path: none;
      }

      [role='row'],
      tbody [role='row'] {
        display: grid;
        grid-template-columns: minmax(8em, 1fr) minmax(8em, 1.15fr) minmax(8em, 1.15fr) minmax(14em, 1.6fr);
        gap: 0 1.75em;
      }

      thead [role='row'] {
        padding-block-end: 0.6em;
        border-block-end: 1px solid var(--_border);
        color: var(--_text-muted);
        font-size: 0.875em;
      }

      tbody [role='row']:first-child {
        padding-block-start: 1.1em;
      }

      [role='rowheader'],
      .options {
        grid-column: auto;
      }

      .missing {
        grid-column: span 2;
      }

      .narrow-label {
        display: none;
      }
    }
  `,
];
