import { css } from 'lit';

import { part } from './part.styles.js';

export const styles = [
  part,
  css`
    :host {
      container-type: inline-size;
    }

    form {
      display: grid;
      gap: var(--_gap);
      padding: calc(var(--_gap) * 1.25);
    }

    header {
      display: grid;
      gap: 0.35em;
    }

    .options {
      display: grid;
      gap: 0.6em;
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
      list-style: none;
    }

    .option {
      display: flex;
      align-items: center;
      gap: 0.75em;
      inline-size: 100%;
      min-block-size: 48px;
      padding: 0.6em 1em;
      border: 1px solid var(--_control-border);
      border-radius: var(--_radius);
      background: var(--_surface);
      line-height: 1.5;
      text-align: start;
      cursor: pointer;
    }

    .option .label {
      flex: 1;
      min-inline-size: 0;
      word-break: auto-phrase;
    }

    label.option:hover:not(:has(:disabled)) {
      border-color: var(--_accent);
      background: color-mix(in srgb, var(--_accent) 7%, var(--_surface));
    }

    label.option:has(:checked) {
      border-color: var(--_accent);
      background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
      box-shadow: inset 0 0 0 1px var(--_accent);
    }

    label.option:has(:disabled) {
      cursor: default;
      color: var(--_text-muted);
      border-style: dashed;
    }

    label.option:has(:focus-visible) {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }

    .option input {
      flex: none;
      inline-size: 1.25em;
      block-size: 1.25em;
      margin: 0;
      outline: none;
      accent-color: var(--_accent);
      cursor: inherit;
    }

    .mark {
      display: inline-flex;
      flex: none;
      align-items: center;
      gap: 0.25em;
      padding: 0.1em 0.65em;
      border: 1px solid currentcolor;
      border-radius: 1em;
      color: var(--_accent);
      font-size: 0.75em;
      line-height: 1.6;
      white-space: nowrap;
    }

    .mark .icon {
      inline-size: 1.1em;
      block-size: 1.1em;
    }

    .ways-out {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr));
      gap: 0.6em;
    }

    .ways-out button {
      min-block-size: 48px;
    }

    .missing {
      color: var(--_danger);
      font-size: 0.9375em;
    }

    .missing:empty {
      position: absolute;
    }

    @container (min-width: 34em) {
      form {
        padding: calc(var(--_gap) * 1.75);
      }

      .options.many {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
  `,
];
