import { css } from 'lit';

import { tokens } from './tokens.styles.js';

export const styles = [
  tokens,
  css`
    :host {
      display: block;
    }

    :host([hidden]) {
      display: none;
    }

    /* The page's own rules end at the host; what they hand down ends here. */
    .root {
      all: initial;
      display: block;
      box-sizing: border-box;
      color-scheme: inherit;
      color: var(--_text);
      font-family: var(--_font);
      font-size: medium;
      line-height: 1.7;
      text-align: start;
      overflow-wrap: anywhere;
      line-break: strict;
      -webkit-text-size-adjust: 100%;
      -webkit-font-smoothing: antialiased;
    }

    :host([appearance='light']) .root {
      color-scheme: light;
    }

    :host([appearance='dark']) .root {
      color-scheme: dark;
    }

    .waiting {
      display: grid;
      overflow: clip;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
      container-type: inline-size;
    }

    .sky {
      display: grid;
      align-content: center;
      justify-items: center;
      gap: 0.5em;
      aspect-ratio: 16 / 9;
      box-sizing: border-box;
      padding: 1em 1.5em;
      background: var(--_surface-muted);
      color: var(--_text-muted);
      font-size: 0.9375em;
      text-align: center;
    }

    .picture {
      position: relative;
      aspect-ratio: 16 / 9;
      overflow: hidden;
      background: #0d0f11;
    }

    .picture > :not(p),
    .picture video {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      object-fit: contain;
    }

    .over {
      position: absolute;
      inset: auto 0 1em;
      inline-size: fit-content;
      margin: 0 auto;
      padding: 0.4em 1em;
      border-radius: 2em;
      background: rgb(10 13 15 / 0.78);
      color: #fff;
      font-size: 0.875em;
    }

    .sky p {
      margin: 0;
      max-inline-size: 32em;
      text-wrap: pretty;
      word-break: auto-phrase;
    }

    .title {
      color: var(--_text);
      font-size: 1.1em;
      font-weight: 650;
    }

    .late {
      animation: late 0.4s ease-out 0.8s backwards;
    }

    @keyframes late {
      from {
        opacity: 0;
      }
    }

    .ground {
      display: grid;
      place-items: center;
      min-block-size: 92px;
    }

    /* As tall as the controls will be. */
    @media (min-height: 30em) {
      @container (min-width: 42em) {
        .ground {
          min-block-size: 136px;
        }
      }
    }

    button {
      min-block-size: 44px;
      padding: 0.5em 1.5em;
      border: 1px solid var(--_control-border);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
      cursor: pointer;
    }

    button:hover {
      border-color: var(--_accent);
    }

    button:focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
  `,
];
