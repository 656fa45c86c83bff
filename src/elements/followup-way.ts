import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { WayPoint } from '../runtime/player-view.js';
import { FollowupElement } from './followup-element.js';
import { renderPanelHead } from './panel-frame.js';
import { panel } from './panel.styles.js';
import { FollowupPanelEvent } from './wishes.js';

const styles = css`
  ol {
    display: grid;
    list-style: none;
  }

  li {
    position: relative;
    padding-inline-start: 1.75em;
  }

  li::before {
    content: '';
    position: absolute;
    inset-block-start: calc(22px - 0.35em);
    inset-inline-start: 0.3em;
    inline-size: 0.7em;
    block-size: 0.7em;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
  }

  li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: calc(22px + 0.5em) calc(-22px + 0.5em);
    inset-inline-start: calc(0.65em - 1px);
    inline-size: 2px;
    background: var(--_border);
  }

  li[aria-current]::before {
    background: var(--_accent);
  }

  li button {
    inline-size: 100%;
    justify-content: flex-start;
    padding: 0.4em 0.6em;
    text-align: start;
  }

  .present {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
    min-block-size: 44px;
    padding-inline: 0.65em;
    font-weight: 600;
  }
`;

/**
 * The scenes seen so far, from the first to the present one, each a way back.
 *
 * @tag followup-way
 * @csspart way - The whole panel.
 * @csspart close-button - The button that closes it.
 */
export class FollowupWayElement extends FollowupElement {
  static override styles: CSSResultGroup = [panel, styles];

  /** The way taken. Its last point is the present scene. */
  @property({ attribute: false }) way: readonly WayPoint[] = [];

  protected override render(): TemplateResult {
    const { words, way } = this;
    return html`
      <section part="way" aria-labelledby="title">
        ${renderPanelHead(words.way, words.close, () => this.dispatchEvent(new FollowupPanelEvent(undefined)))}
        <ol role="list">
          ${way.map((point, index) => (index === way.length - 1 ? this.#renderPresent(point) : this.#renderPast(point)))}
        </ol>
      </section>
    `;
  }

  #renderPresent({ title }: WayPoint): TemplateResult {
    return html`
      <li aria-current="step">
        <p class="present"><span>${title}</span><span class="muted">${this.words.here}</span></p>
      </li>
    `;
  }

  #renderPast({ title, visit }: WayPoint): TemplateResult {
    return html`
      <li>
        <button type="button" class="quiet" title=${this.words.backTo(title)} @click=${() => this.#goBack(visit)}>
          <span aria-hidden="true">${title}</span>
          <span class="visually-hidden">${this.words.backTo(title)}</span>
        </button>
      </li>
    `;
  }

  #goBack(visit: number): void {
    this.dispatchEvent(new FollowupPanelEvent(undefined));
    this.wish((commands) => commands.goBack(visit));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-way': FollowupWayElement;
  }
}
