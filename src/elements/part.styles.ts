import { css } from 'lit';

import { tokens } from './tokens.styles.js';

const surface = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    overflow-wrap: anywhere;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  h2 {
    font-size: 1.2em;
    font-weight: 650;
    line-height: 1.5;
    text-wrap: pretty;
    word-break: auto-phrase;
  }

  [data-focus] {
    outline: none;
  }

  .muted {
    color: var(--_text-muted);
    font-size: 0.875em;
    line-height: 1.65;
  }

  .icon {
    display: block;
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

const buttons = css`
  button,
  .button,
  select,
  textarea,
  .field input {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    margin: 0;
    min-inline-size: 44px;
    min-block-size: 44px;
    padding: 0.5em 1.1em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_surface);
    line-height: 1.45;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    transition:
      background-color 0.15s ease,
      border-color 0.15s ease;
  }

  button:hover:not(:disabled, [aria-disabled='true']),
  .button:hover {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 7%, var(--_surface));
  }

  button:active:not(:disabled, [aria-disabled='true']),
  .button:active {
    background: color-mix(in srgb, var(--_accent) 14%, var(--_surface));
  }

  button:disabled,
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.45;
  }

  .primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .primary:hover:not(:disabled),
  .primary:active:not(:disabled) {
    border-color: transparent;
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }

  .quiet,
  .quiet:hover:not(:disabled, [aria-disabled='true']),
  .quiet:active:not(:disabled, [aria-disabled='true']) {
    border-color: transparent;
  }

  .quiet:not(:hover, :active) {
    background: transparent;
  }

  :is(button, .button, select, textarea, input, a, summary):focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }

  @media (forced-colors: active) {
    .primary {
      border-color: ButtonText;
    }
  }
`;

/** What every part of the player begins its own styles with. */
export const part = [tokens, surface, buttons];
