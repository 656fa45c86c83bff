import { css } from 'lit';

export const styles = css`
  .frame {
    container-type: inline-size;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .toolbar {
    padding: 0.625rem 0.75rem;
    border-block-end: 1px solid var(--_border);
  }

  .kept {
    margin-inline-start: auto;
    color: var(--_text-muted);
    font-size: 0.8125rem;
  }

  .code {
    block-size: var(--followup-editor-height, 32rem);
    min-block-size: 10rem;
    overflow: hidden;
    resize: vertical;
  }

  .keys {
    margin: 0;
    padding: 0.5rem 1rem;
    border-block: 1px solid var(--_border);
    background: var(--_surface-muted);
    color: var(--_text-muted);
    font-size: 0.8125rem;
    line-height: 1.6;
  }

  .drafts {
    padding: 0.75rem 1rem;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-muted);
    font-size: 0.9375rem;
  }

  .drafts p {
    margin: 0;
  }

  .drafts ul {
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
    display: grid;
    gap: 0.5rem;
  }

  .drafts li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }

  .drafts li span {
    margin-inline-end: auto;
  }
`;
