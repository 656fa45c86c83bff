import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }

  .bench {
    display: grid;
    gap: var(--_gap);
  }

  .told {
    color: var(--_text-muted);
    font-size: 0.875rem;
  }

  .sides {
    display: grid;
    gap: calc(var(--_gap) * 1.5);
    align-items: start;
  }

  followup-graph-editor {
    --followup-editor-height: clamp(16rem, 45vh, 24rem);
  }

  .preview {
    display: grid;
    gap: 0.5rem;
    min-inline-size: 0;
  }

  .title {
    margin: 0;
    color: var(--_text-muted);
    font-size: 0.875rem;
  }

  .empty {
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 9;
    margin: 0;
    padding: 1rem;
    border: 1px dashed var(--_control-border);
    border-radius: var(--_radius);
    color: var(--_text-muted);
    text-align: center;
  }

  .behind {
    margin: 0;
  }

  .behind:not(:empty) {
    padding: 0.625rem 1rem;
    border-inline-start: 4px solid var(--_danger);
    border-radius: calc(var(--_radius) * 0.5);
    background: var(--_surface-muted);
    font-size: 0.9375rem;
  }

  @container (min-width: 46rem) {
    .sides {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }

    followup-graph-editor {
      --followup-editor-height: max(24rem, 60vh);
    }

    .preview {
      position: sticky;
      inset-block-start: 1rem;
    }
  }
`;
