import { css } from 'lit';

import { part } from './part.styles.js';

const layout = css`
  :host {
    container-type: inline-size;
  }

  .player {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .picture {
    position: relative;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    background: #0d0f11;
    color: #fff;
  }

  .media,
  .media > *,
  .media video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  .media video {
    object-fit: contain;
  }

  video::cue {
    background: rgb(0 0 0 / 0.78);
    color: #fff;
    font-family: var(--_font);
    line-height: 1.5;
  }

  .notice followup-controls {
    display: none;
  }

  .panel {
    min-inline-size: 0;
    animation: arrive 0.25s ease-out;
  }

  .reading .panel {
    border-block-start: 1px solid var(--_border);
    background: var(--_surface-muted);
  }

  .reading .card {
    max-inline-size: 42em;
    margin-inline: auto;
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }

  @container (min-width: 42em) {
    .picture {
      grid-area: 1 / 1;
    }

    .notice followup-controls {
      display: block;
    }

    .player:not(.reading) .panel {
      z-index: 1;
      display: grid;
      grid-area: 1 / 1;
      place-items: safe center;
      padding: 1.25em;
      background: rgb(10 13 15 / 0.5);
    }

    /* Over the controls too: nothing is to be moved before the choice, and nothing moves by it. */
    .player.notice .panel {
      grid-row: 1 / span 2;
      padding: 0.75em;
    }

    .player:not(.reading) .place {
      inline-size: 100%;
    }

    .player:not(.reading) .card {
      max-inline-size: 44em;
      margin-inline: auto;
      border-radius: calc(var(--_radius) * 1.25);
      background: var(--_surface);
      box-shadow: 0 12px 40px rgb(0 0 0 / 0.28);
    }

    .player.notice .card {
      max-inline-size: 54em;
    }

    /* A long panel leaves the player as tall as it is, and scrolls under its own head. */
    .player:not(.reading, .filling) [data-panel] {
      --_head-position: sticky;
      --_head-ground: var(--_surface);
      --_head-line: 1px solid var(--_border);
      max-block-size: max(56.25cqi - 2.6em, min(80svh, 26em));
      overflow: auto;
      overscroll-behavior: contain;
      /* What takes the focus is not to stand behind the head. */
      scroll-padding-block-start: 4.5em;
    }

    .player:not(.reading) followup-controls {
      grid-area: 2 / 1;
    }
  }
`;

const picture = css`
  .touch {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    inline-size: 100%;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: transparent;
    color: #fff;
  }

  .touch:hover:not(:disabled),
  .touch:active:not(:disabled) {
    background: transparent;
  }

  .glyph {
    display: grid;
    place-items: center;
    inline-size: 72px;
    block-size: 72px;
    border-radius: 50%;
    background: rgb(10 13 15 / 0.66);
    transition: background-color 0.15s ease;
  }

  .touch:hover .glyph {
    background: rgb(10 13 15 / 0.78);
  }

  .glyph .icon {
    inline-size: 36px;
    block-size: 36px;
  }

  .waiting {
    position: absolute;
    inset: auto 0 1em;
    display: flex;
    align-items: center;
    gap: 0.6em;
    inline-size: fit-content;
    margin-inline: auto;
    padding: 0.4em 1em;
    border-radius: 2em;
    background: rgb(10 13 15 / 0.78);
    font-size: 0.875em;
    pointer-events: none;
    animation: late 0.3s ease-out 0.8s backwards;
  }

  .ring {
    inline-size: 1.1em;
    block-size: 1.1em;
    border: 2px solid rgb(255 255 255 / 0.3);
    border-block-start-color: #fff;
    border-radius: 50%;
    animation: turn 1s linear infinite;
  }

  @keyframes late {
    from {
      opacity: 0;
      visibility: hidden;
    }
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  /* Waiting is still said late, only without movement. */
  @media (prefers-reduced-motion: reduce) {
    .waiting {
      animation: late 1ms linear 0.8s backwards !important;
    }
  }
`;

const filling = css`
  :host([fixed]) {
    position: fixed;
    inset: 0;
    z-index: 2147483647;
  }

  :host(:fullscreen) {
    background: var(--_surface);
  }

  .filling {
    grid-template-rows: auto minmax(0, 1fr) auto;
    block-size: 100%;
    border: 0;
    border-radius: 0;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
  }

  .filling:not(.reading) .panel,
  .filling.reading {
    overflow: auto;
    overscroll-behavior: contain;
  }

  /* Text and question scroll as one. */
  .filling.reading {
    display: block;
  }

  .filling.reading followup-controls {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
  }

  .filling:not(:has(.panel)) .picture {
    grid-row: 1 / span 2;
    align-self: stretch;
    aspect-ratio: auto;
  }

  .filling followup-controls {
    grid-row: 3;
  }

  @container (min-width: 42em) {
    .filling:not(.reading) {
      grid-template-rows: minmax(0, 1fr) auto;
    }

    .filling:not(.reading) .picture {
      grid-area: 1 / 1;
      align-self: stretch;
      aspect-ratio: auto;
    }

    .filling.player:not(.reading) followup-controls {
      grid-area: 2 / 1;
    }
  }
`;

export const styles = [part, layout, picture, filling];
