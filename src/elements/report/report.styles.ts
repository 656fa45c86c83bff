import { css } from 'lit';

import { part } from '../part.styles.js';

/** What every part of the report begins its own styles with. */
export const reportPart = [
  part,
  css`
    :host {
      --_interest: var(--followup-interest, light-dark(#2b6c99, #84bbe2));
      --_anxiety: var(--followup-anxiety, light-dark(#b0622a, #e5ae79));
    }

    h2 {
      font-size: 1.1875em;
    }

    .lead {
      max-inline-size: 46em;
      color: var(--_text-muted);
      font-size: 0.9375em;
      text-wrap: pretty;
      word-break: auto-phrase;
    }

    .number {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }

    .whole {
      color: var(--_text-muted);
      font-size: 0.875em;
    }

    .missing {
      color: var(--_text-muted);
      font-size: 0.9375em;
    }

    .bar {
      display: block;
      overflow: hidden;
      border-radius: 5px;
    }

    .bar .track {
      fill: var(--_surface-muted);
    }

    .bar .fill {
      fill: var(--_accent);
    }

    .bar.interest .fill {
      fill: var(--_interest);
    }

    .bar.anxiety .fill {
      fill: var(--_anxiety);
    }

    .bar.declined .fill {
      fill: var(--_control-border);
    }

    [role='table'] {
      display: block;
      inline-size: 100%;
      border-collapse: collapse;
    }

    [role='rowgroup'] {
      display: block;
    }

    [role='cell'],
    [role='rowheader'],
    [role='columnheader'] {
      padding: 0;
      text-align: start;
      font-weight: inherit;
    }

    @media (forced-colors: active) {
      .bar .track {
        fill: Canvas;
        stroke: CanvasText;
      }

      .bar .fill {
        fill: CanvasText;
      }
    }

    @media print {
      [role='row'] {
        break-inside: avoid;
      }
    }
  `,
];
