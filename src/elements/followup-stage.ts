import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';

import { nextTask } from '../runtime/next-task.js';
import type { PlayerSession } from '../runtime/player-session.js';
import type { PlayerView } from '../runtime/player-view.js';
import { bringRecord } from './bring-record.js';
import { FollowupElement } from './followup-element.js';
import { styles } from './followup-stage.styles.js';
import { FullScreenController } from './full-screen.js';
import { icons } from './icons.js';
import { focusInView, LeadController } from './lead-controller.js';
import { isWatching } from './lead.js';
import { PARTS } from './parts.js';
import { nextCaptions } from './next-captions.js';
import { deedOfKey, isShortcut } from './shortcuts.js';
import { renderCard, renderOpenPanel } from './stage-cards.js';
import { FollowupPanelEvent, type FollowupWishEvent, type Panel } from './wishes.js';

/**
 * Shows a session: the video, the cards laid over or under it, and the controls.
 *
 * @tag followup-stage
 * @csspart player - All of it.
 * @csspart video - The box that the video stands in.
 * @csspart panel - Where questions, the notice and the other cards stand.
 */
export class FollowupStageElement extends FollowupElement {
  static override styles: CSSResultGroup = styles;

  /** What to show. Nothing is drawn until it is set. */
  @property({ attribute: false }) session: PlayerSession | undefined;

  /** The viewer's name, if the page passed one. */
  @property({ attribute: 'viewer-name' }) viewerName: string | undefined;

  @state() private panel: Panel | undefined;

  #lead = new LeadController(this);
  #fullScreen = new FullScreenController(this);
  #unsubscribe: (() => void) | undefined;
  #wasPlaying = false;
  #showsNotice = false;
  #pausedForPanel = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#subscribe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  /** The choice at the notice makes the players of the clips to come. On a slow phone drawing waits for a task of its own. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const isChoice = this.#showsNotice && this.session?.view.life !== 'notice';
    return isChoice ? nextTask().then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) {
      this.#lead.reset();
      this.panel = undefined;
      this.#subscribe();
    }
    const view = this.session?.view;
    if (!view) return;
    const plays = view.life === 'playing';
    if (plays && !this.#wasPlaying) this.panel = undefined;
    this.#wasPlaying = plays;
    this.#showsNotice = view.life === 'notice';
    this.#lead.follow(view, this.words);
  }

  protected override updated(): void {
    this.toggleAttribute('fixed', this.#fullScreen.isFixed);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const { view } = session;
    const classes = { player: true, filling: this.#fullScreen.isOn, reading: view.reading, [view.life]: true };
    return html`
      <section
        part="player"
        class=${classMap(classes)}
        aria-label=${view.graph.title}
        @followup-wish=${this.#carryOut}
        @followup-panel=${this.#changePanel}
        @followup-fullscreen=${() => void this.#fullScreen.toggle()}
        @keydown=${this.#press}
      >
        ${this.#renderPicture(session, view)} ${this.#renderText(view)} ${this.#renderPanel(session, view)}
        ${this.#renderControls(session, view)}
        <p class="visually-hidden" role="status">${this.#lead.announcement}</p>
      </section>
    `;
  }

  /** The video's element is placed here once and never drawn again, so no update can restart it. */
  #renderPicture({ media, commands }: PlayerSession, view: PlayerView): TemplateResult {
    const { words } = this;
    const { paused } = media.facts();
    return html`
      <div class="picture" part="video" ?hidden=${view.reading}>
        <div class="media">${media.element}</div>
        ${
          isWatching(view)
            ? html`
                <button
                  type="button"
                  class="touch"
                  tabindex="-1"
                  aria-hidden="true"
                  @click=${() => (paused ? commands.play() : commands.pause())}
                >
                  ${view.life === 'paused' ? html`<span class="glyph">${icons.play}</span>` : nothing}
                </button>
              `
            : nothing
        }
        ${
          view.life === 'loading' || view.life === 'stalled'
            ? html`<p class="waiting">
                <span class="ring"></span>${view.life === 'loading' ? words.loading : words.stalled}
              </p>`
            : nothing
        }
      </div>
    `;
  }

  #renderText(view: PlayerView): TemplateResult | typeof nothing {
    const shown = view.reading && view.life !== 'notice' && (view.life === 'reading' || view.scene.text !== undefined);
    if (!shown) return nothing;
    return html`
      <followup-text-version
        data-lead="text"
        exportparts=${PARTS.text}
        lang=${view.graph.language}
        .language=${this.language}
        .scene=${view.scene}
        ?continuable=${view.life === 'reading'}
      ></followup-text-version>
    `;
  }

  /** Keys pressed in here are meant for what is asked: neither the video nor the page's own shortcuts hear them. */
  #renderPanel({ desk }: PlayerSession, view: PlayerView): TemplateResult | typeof nothing {
    const shown = { view, language: this.language, viewerName: this.viewerName };
    const card = renderCard(shown);
    const { panel } = this;
    if (card === nothing && !panel) return nothing;
    return html`
      <div class="panel" part="panel" @keydown=${this.#keepKeys} @keyup=${stop} @keypress=${stop}>
        <div class="place" ?hidden=${panel !== undefined}>${card}</div>
        ${
          panel
            ? html`<div class="place" @followup-wish=${panel === 'ask' ? nothing : this.#forgetPanel}>
                ${renderOpenPanel(panel, { ...shown, desk })}
              </div>`
            : nothing
        }
      </div>
    `;
  }

  #renderControls({ media }: PlayerSession, view: PlayerView): TemplateResult {
    const { language, panel } = this;
    const facts = media.facts();
    return html`
      <followup-controls
        data-lead="video"
        exportparts=${PARTS.controls}
        ?inert=${view.life === 'notice'}
        .language=${language}
        .view=${view}
        .facts=${facts}
        ?filling=${this.#fullScreen.isOn}
      >
        ${
          view.reading
            ? nothing
            : html`<followup-settings
                slot="settings"
                exportparts=${PARTS.settings}
                .language=${language}
                .facts=${facts}
                .captions=${view.scene.clip?.captions ?? []}
              ></followup-settings>`
        }
        <followup-journey
          slot="journey"
          exportparts=${PARTS.journey}
          .language=${language}
          .view=${view}
          .panel=${panel}
        ></followup-journey>
      </followup-controls>
    `;
  }

  #subscribe(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.isConnected ? this.session?.subscribe(() => this.requestUpdate()) : undefined;
  }

  #carryOut = (event: FollowupWishEvent): void => {
    if (this.session) event.carryOut(this.session.commands);
  };

  /** The video waits while a panel is open, and goes on afterwards if it was going. */
  #changePanel = async ({ panel }: FollowupPanelEvent): Promise<void> => {
    const { session, panel: before } = this;
    this.panel = panel;
    if (panel === 'record') void this.#bringRecord();
    if (panel && !before && session && !session.media.facts().paused) {
      this.#pausedForPanel = true;
      session.commands.pause();
    } else if (!panel && this.#pausedForPanel) {
      this.#pausedForPanel = false;
      session?.commands.play();
    }
    await this.updateComplete;
    if (panel) await this.#focusPanel();
    else if (before) {
      const opener = this.#showsNotice ? 'followup-notice' : 'followup-journey';
      this.renderRoot.querySelector<FollowupElement>(opener)?.focusPanelButton(before);
    }
  };

  /** A panel that cannot be fetched, as without a network, closes again: its button still says what it is for. */
  async #bringRecord(): Promise<void> {
    try {
      await bringRecord();
      await this.#focusPanel();
    } catch {
      this.panel = undefined;
    }
  }

  async #focusPanel(): Promise<void> {
    const opened = this.renderRoot.querySelector<FollowupElement>('[data-panel]');
    await opened?.updateComplete;
    if (opened) focusInView(opened);
  }

  /** Going back leads to another scene, where what was paused for the panel is of no more account. */
  #forgetPanel = (): void => {
    this.panel = undefined;
    this.#pausedForPanel = false;
  };

  #keepKeys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.panel) void this.#changePanel(new FollowupPanelEvent(undefined));
    if (event.key !== 'Escape' || this.panel) event.stopPropagation();
  };

  #press = (event: KeyboardEvent): void => {
    const { session } = this;
    if (!session) return;
    const { view, commands, media } = session;
    const deed = isWatching(view) ? deedOfKey(event) : undefined;
    if (event.key === 'Escape' && this.#fullScreen.isFixed) void this.#fullScreen.leave();
    else if (isShortcut(event, 'f')) void this.#fullScreen.toggle();
    else if (isShortcut(event, 'c')) commands.setCaptions(nextCaptions(view, media.facts(), this.language));
    else if (deed) deed(commands, media.facts());
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function stop(event: Event): void {
  event.stopPropagation();
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-stage': FollowupStageElement;
  }
}
