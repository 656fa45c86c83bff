import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Scene } from '../domain/scene.js';
import { FollowupElement } from './followup-element.js';
import { styles } from './followup-text-version.styles.js';

/**
 * A scene to read instead of to watch. What the scene asks stands below it, put there by the player.
 *
 * @tag followup-text-version
 * @csspart text-version - The whole text.
 * @csspart go-on-button - The button that leads to the next scene, where nothing is asked.
 */
export class FollowupTextVersionElement extends FollowupElement {
  static override styles: CSSResultGroup = styles;

  /** What to read. Nothing is drawn until it is set. */
  @property({ attribute: false }) scene: Scene | undefined;

  /** The scene asks nothing, so a button leads on. */
  @property({ type: Boolean }) continuable = false;

  protected override render(): TemplateResult | typeof nothing {
    const { scene, words } = this;
    if (!scene) return nothing;
    return html`
      <article part="text-version">
        <h2 tabindex="-1" data-focus>${scene.title}</h2>
        ${paragraphsOf(scene.text ?? words.textMissing).map((paragraph) => html`<p>${paragraph}</p>`)}
        ${
          this.continuable
            ? html`<button
                type="button"
                class="primary"
                part="go-on-button"
                @click=${() => this.wish((commands) => commands.goOn())}
              >
                ${words.goOn}
              </button>`
            : nothing
        }
      </article>
    `;
  }
}

/** A blank line begins a new paragraph. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-text-version': FollowupTextVersionElement;
  }
}
