import { css } from 'lit';

/** A native slider with a thin track, a part of it filled up to `--_played`, and 44 px to press. */
export const slider = css`
  input[type='range'] {
    --_played: 0%;

    appearance: none;
    block-size: 44px;
    margin: 0;
    border-radius: 6px;
    background: transparent;
    cursor: pointer;
    touch-action: pan-y;
  }

  input[type='range']::-webkit-slider-runnable-track {
    block-size: 4px;
    border-radius: 2px;
    background: linear-gradient(
      to right,
      var(--_accent) var(--_played),
      color-mix(in srgb, var(--_control-border) 55%, transparent) var(--_played)
    );
  }

  input[type='range']::-moz-range-track {
    block-size: 4px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--_control-border) 55%, transparent);
  }

  input[type='range']::-moz-range-progress {
    block-size: 4px;
    border-radius: 2px;
    background: var(--_accent);
  }

  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: -6px;
    border: 0;
    border-radius: 50%;
    background: var(--_accent);
  }

  input[type='range']::-moz-range-thumb {
    inline-size: 16px;
    block-size: 16px;
    border: 0;
    border-radius: 50%;
    background: var(--_accent);
  }

  input[type='range']:disabled {
    cursor: default;
    opacity: 0.5;
  }

  @media (forced-colors: active) {
    input[type='range'] {
      appearance: auto;
    }
  }
`;
