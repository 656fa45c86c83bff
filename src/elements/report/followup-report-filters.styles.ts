import { css } from 'lit';

import { fields } from './report-fields.styles.js';
import { reportPart } from './report.styles.js';

export const styles = [
  reportPart,
  fields,
  css`
    :host {
      container-type: inline-size;
    }

    form,
    .choice {
      display: grid;
      align-content: start;
      min-inline-size: 0;
    }

    form {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_gap);
    }

    .choice {
      gap: 0.3em;
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      float: inline-start;
      padding: 0;
    }

    .periods {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      border: 1px solid var(--_control-border);
      border-radius: calc(var(--_radius) * 0.75);
      background: var(--_surface);
    }

    .periods label {
      position: relative;
      display: grid;
      padding: 3px;
      font-size: 0.9375em;
      font-weight: 400;
      text-align: center;
      cursor: pointer;
    }

    .periods input {
      position: absolute;
      inset: 0;
      margin: 0;
      opacity: 0;
      cursor: inherit;
    }

    .periods span {
      display: grid;
      place-content: center;
      min-block-size: 38px;
      padding: 0.15em 0.6em;
      border-radius: calc(var(--_radius) * 0.55);
      line-height: 1.4;
    }

    .periods input:hover + span {
      background: var(--_surface-muted);
    }

    .periods input:checked + span {
      background: var(--_accent);
      color: var(--_on-accent);
      font-weight: 600;
    }

    .periods input:focus-visible + span {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }

    .days {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(9.5em, 100%), 1fr));
      gap: var(--_gap);
      max-inline-size: 34em;
    }

    .days p {
      grid-column: 1 / -1;
      color: var(--_danger);
      font-size: 0.9375em;
    }

    .days p:empty {
      display: none;
    }

    @container (min-width: 30em) {
      .periods {
        grid-template-columns: repeat(4, minmax(max-content, 1fr));
      }
    }

    @container (min-width: 48em) {
      form {
        grid-template-columns: minmax(10em, 1.2fr) auto minmax(9em, 1fr);
      }

      .days {
        grid-column: 1 / -1;
      }

      .choice:first-child:is(fieldset) {
        grid-column: span 2;
        justify-self: start;
      }
    }

    @media (forced-colors: active) {
      .periods input:checked + span {
        background: Highlight;
        color: HighlightText;
        forced-color-adjust: none;
      }
    }
  `,
];
