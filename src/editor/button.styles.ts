import { css } from 'lit';

/** Buttons and fields of the author's tools. */
export const buttons = css`
  .button,
  .toolbar button,
  .toolbar select,
  .drafts button {
    box-sizing: border-box;
    min-block-size: 2.5rem;
    padding: 0.25rem 0.875rem;
    border: 1px solid var(--_control-border);
    border-radius: calc(var(--_radius) * 0.67);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 0.9375rem;
    cursor: pointer;
  }

  .toolbar button:hover,
  .toolbar select:hover,
  .drafts button:hover {
    background: var(--_surface-muted);
    border-color: var(--_text-muted);
  }

  .toolbar button:focus-visible,
  .toolbar select:focus-visible,
  .drafts button:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }

  @media (pointer: coarse) {
    .toolbar button,
    .toolbar select,
    .drafts button {
      min-block-size: 2.75rem;
    }
  }
`;
