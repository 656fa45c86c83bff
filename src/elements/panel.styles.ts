import { css } from 'lit';

import { part } from './part.styles.js';

/** A card with a heading and something to do. */
export const panel = [
  part,
  css`
    :host {
      container-type: inline-size;
    }

    section,
    form {
      display: grid;
      gap: var(--_gap);
    }

    section {
      padding: calc(var(--_gap) * 1.25);
    }

    header {
      position: var(--_head-position, static);
      inset-block-start: 0;
      z-index: 1;
      display: flex;
      align-items: flex-start;
      justify-content: space-between;
      gap: 0.5em;
      margin-block: -0.5em;
      padding-block: 0.5em;
      border-block-end: var(--_head-line, none);
      background: var(--_head-ground, none);
    }

    .close {
      flex: none;
      margin: -0.5em -0.6em -0.5em 0;
      padding: 0;
    }

    .actions {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
      gap: 0.6em;
    }

    .actions :is(button, .button) {
      min-block-size: 48px;
    }

    .sentence {
      white-space: pre-line;
      text-wrap: pretty;
      word-break: auto-phrase;
    }

    .error {
      color: var(--_danger);
      font-size: 0.9375em;
    }

    :is(.error, .told):empty {
      display: none;
    }

    @container (min-width: 34em) {
      section {
        padding: calc(var(--_gap) * 1.75);
      }
    }
  `,
];
