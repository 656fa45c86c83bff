import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { PlayerCommands, PlayerView } from '../runtime/player-view.js';
import { FollowupElement } from './followup-element.js';
import { styles } from './followup-journey.styles.js';
import { icons } from './icons.js';
import { FollowupPanelEvent, type Panel } from './wishes.js';

/**
 * The ways through the scenes that are open at any time: back, again, the way taken, the text, a question of
 * one's own, and what is recorded.
 *
 * @tag followup-journey
 * @csspart control-button - Each of the buttons.
 */
export class FollowupJourneyElement extends FollowupElement {
  static override styles: CSSResultGroup = styles;

  /** How the player stands. Nothing is drawn until it is set. */
  @property({ attribute: false }) view: PlayerView | undefined;

  /** The panel that is open, if any. */
  @property({ attribute: false }) panel: Panel | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { view, words } = this;
    if (!view) return nothing;
    const { reading, canGoBack, graph, scene } = view;
    return html`
      <div class="journey">
        ${this.#renderButton(words.back, icons.back, (commands) => commands.goBack(), !canGoBack)}
        ${reading ? nothing : this.#renderButton(words.replay, icons.replay, (commands) => commands.replay())}
        ${this.#renderPanelButton('way', words.way, icons.way)}
        ${
          reading
            ? this.#renderButton(words.watchVideo, icons.video, (commands) => commands.watchVideo(), !scene.clip)
            : this.#renderButton(words.readText, icons.text, (commands) => commands.readText())
        }
        ${graph.ask ? this.#renderPanelButton('ask', words.ask, icons.ask) : nothing}
        ${this.#renderPanelButton('record', words.record, icons.record)}
      </div>
    `;
  }

  #renderButton(
    label: string,
    icon: TemplateResult,
    carryOut: (commands: PlayerCommands) => void,
    disabled = false,
  ): TemplateResult {
    return html`
      <button
        type="button"
        class="quiet"
        part="control-button"
        ?disabled=${disabled}
        @click=${() => this.wish(carryOut)}
      >
        ${icon}<span>${label}</span>
      </button>
    `;
  }

  #renderPanelButton(panel: Panel, label: string, icon: TemplateResult): TemplateResult {
    const open = this.panel === panel;
    return html`
      <button
        type="button"
        class="quiet"
        part="control-button"
        data-panel=${panel}
        aria-expanded=${open ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(new FollowupPanelEvent(open ? undefined : panel))}
      >
        ${icon}<span>${label}</span>
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-journey': FollowupJourneyElement;
  }
}
