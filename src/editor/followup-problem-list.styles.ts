import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    color: var(--_text);
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: baseline;
    margin: 0;
    padding: 0.75rem 1rem;
  }

  .head span {
    color: var(--_text-muted);
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    border-block-start: 1px solid var(--_border);
    max-block-size: 18rem;
    overflow-y: auto;
  }

  li + li {
    border-block-start: 1px solid var(--_border);
  }

  button {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr) max-content;
    gap: 0.125rem 0.75rem;
    align-items: baseline;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 1rem;
    border: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  button:hover {
    background: var(--_surface-muted);
  }

  button:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .severity {
    padding-inline: 0.5rem;
    border-radius: 1rem;
    font-size: 0.8125rem;
    border: 1px solid currentcolor;
    color: light-dark(#7a4f00, #e6b95c);
  }

  [data-severity='error'] .severity {
    color: var(--_danger);
  }

  .place,
  .rest {
    color: var(--_text-muted);
    font-size: 0.8125rem;
  }

  .rest {
    margin: 0;
    padding: 0.5rem 1rem;
  }

  @container (max-width: 30rem) {
    button {
      grid-template-columns: max-content minmax(0, 1fr);
    }

    .message {
      grid-column: 1 / -1;
      grid-row: 2;
    }

    .place {
      text-align: end;
    }
  }
`;
