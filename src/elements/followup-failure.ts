import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { ClipFailure } from '../domain/clip-failure.js';
import { FollowupElement } from './followup-element.js';
import { panel } from './panel.styles.js';

/**
 * A clip could not be played. The place is kept: the viewer tries again, reads on, or goes on without it.
 *
 * @tag followup-failure
 * @csspart failure - The whole card.
 * @csspart retry-button - The button that tries again.
 * @csspart read-button - The button that leads on by text.
 * @csspart pass-button - The button that leads on without the clip.
 */
export class FollowupFailureElement extends FollowupElement {
  static override styles: CSSResultGroup = panel;

  /** The scene that could not be played. */
  @property({ attribute: 'scene-title' }) sceneTitle = '';

  /** Why: what helps is another thing each time. */
  @property() failure: ClipFailure = 'network';

  protected override render(): TemplateResult {
    const { words } = this;
    return html`
      <section part="failure" aria-labelledby="title">
        <div>
          <p class="muted">${this.sceneTitle}</p>
          <h2 id="title" tabindex="-1" data-focus>${words.failedTitle}</h2>
        </div>
        <p class="sentence">${words.failedText[this.failure]}</p>
        <div class="actions">
          <button type="button" part="retry-button" @click=${() => this.wish((commands) => commands.retry())}>
            ${words.retry}
          </button>
          <button type="button" part="read-button" @click=${() => this.wish((commands) => commands.readText())}>
            ${words.readText}
          </button>
          <button type="button" part="pass-button" @click=${() => this.wish((commands) => commands.passClip())}>
            ${words.passClip}
          </button>
        </div>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-failure': FollowupFailureElement;
  }
}
