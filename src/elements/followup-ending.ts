import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { isSafeAddress } from '../domain/address.js';
import type { Link, Scene } from '../domain/scene.js';
import { FollowupElement } from './followup-element.js';
import { icons } from './icons.js';
import { panel } from './panel.styles.js';

/**
 * The end of the way: a few warm words, a person to talk to, and the ways back in.
 *
 * @tag followup-ending
 * @csspart ending - The whole card.
 * @csspart message - The author's words.
 * @csspart link - Each of the author's links.
 * @csspart again-button - The buttons that begin again.
 */
export class FollowupEndingElement extends FollowupElement {
  static override styles: CSSResultGroup = panel;

  /** The scene that ended. Nothing is drawn until it is set. */
  @property({ attribute: false }) scene: Scene | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { scene, words } = this;
    if (!scene) return nothing;
    const { message, links = [] } = scene.ending ?? {};
    const safe = links.filter(({ href }) => isSafeAddress(href, 'link'));
    return html`
      <section part="ending" aria-labelledby="title">
        <h2 id="title" tabindex="-1" data-focus>${words.ended}</h2>
        ${message ? html`<p class="sentence" part="message">${message}</p>` : nothing}
        ${safe.length > 0 ? html`<div class="actions">${safe.map((link) => this.#renderLink(link))}</div>` : nothing}
        <div class="actions">
          ${
            scene.clip
              ? html`<button
                  type="button"
                  part="again-button"
                  @click=${() => this.wish((commands) => commands.replay())}
                >
                  ${icons.replay}${words.watchAgain}
                </button>`
              : nothing
          }
          <button type="button" part="again-button" @click=${() => this.wish((commands) => commands.startOver())}>
            ${icons.back}${words.startOver}
          </button>
        </div>
      </section>
    `;
  }

  /** Pages open beside the player, so that the viewing is not lost; mail and telephone open their own. */
  #renderLink({ href, label }: Link): TemplateResult {
    const page = !/^(?:mailto|tel):/i.test(href);
    return html`
      <a
        class="button primary"
        part="link"
        href=${href}
        target=${page ? '_blank' : nothing}
        rel=${page ? 'noopener noreferrer' : nothing}
        >${label}${
          page ? html`${icons.outside}<span class="visually-hidden">(${this.words.opensNewTab})</span>` : nothing
        }</a
      >
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-ending': FollowupEndingElement;
  }
}
