import { css } from 'lit';

import { part } from './part.styles.js';

export const styles = [
  part,
  css`
    :host {
      container-type: inline-size;
      background: var(--_surface);
    }

    section {
      display: grid;
      gap: calc(var(--_gap) * 1.25);
      max-inline-size: 64em;
      margin-inline: auto;
      padding: calc(var(--_gap) * 1.5) calc(var(--_gap) * 1.25);
    }

    header {
      display: grid;
      gap: 0.35em;
    }

    header p {
      text-wrap: pretty;
    }

    .title {
      color: var(--_text-muted);
      font-size: 0.875em;
    }

    h2 {
      font-size: 1.4em;
    }

    dl {
      display: grid;
      gap: 0.7em;
      font-size: 0.9375em;
      line-height: 1.65;
    }

    .term {
      display: grid;
      gap: 0 1em;
    }

    dt {
      color: var(--_text-muted);
      font-size: 0.8667em;
    }

    .policy {
      font-size: 0.9375em;
    }

    a,
    [data-panel] {
      display: inline-block;
      margin-inline-end: 1.5em;
      padding: 0.6em 0;
      border-radius: 4px;
      color: var(--_accent);
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }

    .choices {
      display: grid;
      gap: 0.9em;
    }

    .buttons {
      display: grid;
      grid-auto-rows: 1fr;
      gap: 0.6em;
    }

    button {
      display: grid;
      align-content: center;
      justify-content: stretch;
      justify-items: start;
      gap: 0.1em;
      padding: 0.7em 1.1em;
      text-align: start;
    }

    .label {
      font-weight: 600;
    }

    .hint,
    .equal {
      color: var(--_text-muted);
      font-size: 0.8125em;
      line-height: 1.6;
    }

    @container (min-width: 38em) {
      section {
        gap: var(--_gap);
        padding: calc(var(--_gap) * 1.25) calc(var(--_gap) * 1.75) calc(var(--_gap) * 1.5);
      }

      dl {
        gap: 0.5em;
      }

      .term {
        grid-template-columns: 7.5em minmax(0, 1fr);
        align-items: baseline;
      }

      .policy {
        margin-block: -0.5em -0.25em;
        padding-inline-start: 8.5em;
      }

      .buttons {
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        grid-auto-rows: auto;
      }
    }
  `,
];
