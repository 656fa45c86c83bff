import { css } from 'lit';

import { reportPart } from './report/report.styles.js';
import { root } from './tokens.styles.js';

export const styles = [
  reportPart,
  root,
  css`
    .page {
      container: report / inline-size;
      display: grid;
      gap: calc(var(--_gap) * 2);
      max-inline-size: 64em;
      margin-inline: auto;
    }

    header {
      display: flex;
      flex-wrap: wrap;
      align-items: start;
      justify-content: space-between;
      gap: 0.5em calc(var(--_gap) * 2);
    }

    header > :first-child {
      flex: 1 1 24em;
    }

    h1 {
      margin: 0;
      font-size: 1.625em;
      font-weight: 650;
      line-height: 1.4;
    }

    h1 + .lead {
      margin-block-start: 0.15em;
    }

    h1:focus {
      outline: none;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em;
      margin-inline-start: -0.85em;
    }

    .actions button {
      padding-inline: 0.85em;
      border-color: transparent;
      background: transparent;
      color: var(--_accent);
      font-size: 0.9375em;
    }

    main {
      display: grid;
      gap: calc(var(--_gap) * 1.5);
      min-inline-size: 0;
    }

    [role='alert']:empty {
      display: none;
    }

    .fault {
      display: grid;
      justify-items: start;
      gap: 0.75em;
      padding: calc(var(--_gap) * 1.1) calc(var(--_gap) * 1.25);
      border: 1px solid var(--_danger);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    /* Late, so that a quick answer never flashes. */
    .loading {
      padding-block: 4em;
      color: var(--_text-muted);
      text-align: center;
      animation: appear 0.3s ease 0.6s backwards;
    }

    followup-report-body {
      transition: opacity 0.3s ease 0s;
    }

    followup-report-body[aria-busy='true'] {
      opacity: 0.55;
      transition-delay: 0.6s;
    }

    @keyframes appear {
      from {
        opacity: 0;
      }
    }

    @media print {
      :host {
        color-scheme: light;
        font-size: 10pt;
      }

      .actions,
      followup-report-filters,
      .fault {
        display: none;
      }
    }
  `,
];
