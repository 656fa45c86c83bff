import { css } from 'lit';

/** Where viewers write. Never under 16 px: iOS would zoom in and leave the page askew. */
export const fields = css`
  .field {
    display: grid;
    gap: 0.35em;
  }

  textarea,
  .field :is(select, input) {
    inline-size: 100%;
    margin: 0;
    padding: 0.7em 0.9em;
    border: 1px solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: max(1em, 16px);
  }

  textarea {
    min-block-size: 6.5em;
    line-height: 1.6;
    resize: vertical;
  }

  .field :is(select, input) {
    min-block-size: 48px;
  }
`;
