import { css } from 'lit';

import { reportPart } from './report.styles.js';

export const styles = [
  reportPart,
  css`
    :host {
      display: grid;
      align-content: start;
      gap: 0.5em;
      container-type: inline-size;
    }

    h3 {
      font-size: 1em;
      font-weight: 600;
      line-height: 1.55;
      word-break: auto-phrase;
    }

    .several {
      margin-inline-start: 0.75em;
      padding: 0.05em 0.6em;
      border: 1px solid var(--_border);
      border-radius: 1em;
    }

    tbody [role='row'] {
      display: grid;
      gap: 0.15em 1.25em;
      align-items: center;
      padding-block: 0.4em;
    }

    [role='rowheader'] {
      font-size: 0.9375em;
      line-height: 1.5;
      word-break: auto-phrase;
    }

    [role='cell'] {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 3.25em;
      align-items: center;
      gap: 0.75em;
    }

    .number {
      text-align: end;
    }

    tr.declined {
      margin-block-start: 0.35em;
      border-block-start: 1px dashed var(--_border);
      color: var(--_text-muted);
    }

    summary {
      padding-block: 0.7em;
      border-radius: 4px;
      color: var(--_accent);
      font-size: 0.9375em;
      cursor: pointer;
    }

    summary:focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }

    @container (min-width: 25em) {
      tbody [role='row'] {
        grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      }
    }
  `,
];
