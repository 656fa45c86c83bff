import { css } from 'lit';

/** Fields and their labels, for the parts of the report that have some. */
export const fields = css`
  label,
  legend {
    font-size: 0.875em;
    font-weight: 600;
  }

  input:not([type='checkbox'], [type='radio']),
  select {
    min-inline-size: 0;
    min-block-size: 44px;
    inline-size: 100%;
    padding: 0.4em 0.75em;
    border: 1px solid var(--_control-border);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }

  [aria-invalid='true'] {
    border-color: var(--_danger);
  }
`;
