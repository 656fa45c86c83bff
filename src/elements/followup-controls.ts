import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';

import type { MediaFacts } from './media-facts.js';
import type { PlayerView } from '../runtime/player-view.js';
import { FollowupElement } from './followup-element.js';
import { styles } from './followup-controls.styles.js';
import { icons } from './icons.js';
import { leadKeyOf } from './lead.js';
import { SEEK_STEP_SECONDS } from './shortcuts.js';
import { formatTime, speakPosition } from './time-words.js';
import { FollowupFullscreenEvent } from './wishes.js';

/** Lives in which there is no clip to play or seek in. */
const AT_REST: readonly PlayerView['life'][] = ['notice', 'asking', 'reading', 'failed', 'ended'];

/**
 * The bar under the video: position, play and pause, time, full screen.
 * What is put into it waits behind one button on a narrow player and stands beside it on a wide one.
 *
 * @tag followup-controls
 * @slot settings - Sound, speed and captions.
 * @slot journey - Ways through the scenes.
 * @csspart controls - The whole bar.
 * @csspart title - The scene's title.
 * @csspart seek - The slider of the position.
 * @csspart play-button - The button that plays and pauses.
 * @csspart control-button - Each of the other buttons.
 */
export class FollowupControlsElement extends FollowupElement {
  static override styles: CSSResultGroup = styles;

  /** How the player stands. Nothing is drawn until it is set. */
  @property({ attribute: false }) view: PlayerView | undefined;

  /** How the video stands. Nothing is drawn until it is set. */
  @property({ attribute: false }) facts: MediaFacts | undefined;

  /** The player fills the screen. */
  @property({ type: Boolean }) filling = false;

  /** The rarer controls are laid open (on a narrow player). */
  @state() private unfolded = false;

  /** Where the viewer's finger holds the slider, until the video has followed. */
  @state() private held: number | undefined;

  @query('.seek') private seekBar!: HTMLInputElement | null;

  /** Puts the focus on play and pause, where it goes once a question has been answered. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.play:enabled, .fullscreen')?.focus(options);
  }

  /** What comes next is not to be looked for above a menu that has done its work. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const { view } = this;
    const before = changed.get('view');
    const isOver = this.unfolded && before && view && leadKeyOf(before) !== leadKeyOf(view);
    if (isOver) this.#fold(this.matches(':focus-within') && !this.shadowRoot?.activeElement);
  }

  protected override updated(): void {
    // Set through the CSS object model: a strict content security policy refuses style attributes.
    const { facts } = this;
    const share = facts && facts.durationSeconds > 0 ? (this.held ?? facts.currentSeconds) / facts.durationSeconds : 0;
    this.seekBar?.style.setProperty('--_played', `${(share * 100).toFixed(2)}%`);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, facts, words } = this;
    if (!view || !facts) return nothing;
    const label = this.filling ? words.leaveFullscreen : words.fullscreen;
    return html`
      <div
        part="controls"
        class=${classMap({ bar: true, unfolded: this.unfolded, text: view.reading })}
        role="group"
        aria-label=${words.controls}
        @keydown=${this.#foldOnEscape}
      >
        ${view.reading ? nothing : this.#renderPlayback(view, facts)}
        <button
          type="button"
          class="more quiet"
          part="control-button"
          aria-label=${words.more}
          aria-expanded=${this.unfolded ? 'true' : 'false'}
          aria-controls="rarer"
          @click=${() => (this.unfolded = !this.unfolded)}
        >
          ${icons.more}
        </button>
        <button
          type="button"
          class="fullscreen quiet"
          part="control-button"
          aria-label=${label}
          title=${label}
          @click=${() => this.dispatchEvent(new FollowupFullscreenEvent())}
        >
          ${this.filling ? icons.shrink : icons.expand}
        </button>
        <div class="rarer" id="rarer">
          <slot name="settings"></slot>
          <slot name="journey"></slot>
        </div>
      </div>
    `;
  }

  #renderPlayback(view: PlayerView, facts: MediaFacts): TemplateResult {
    const { words } = this;
    const resting = AT_REST.includes(view.life);
    const seconds = this.held ?? facts.currentSeconds;
    const label = facts.paused ? words.play : words.pause;
    return html`
      <input
        class="seek"
        part="seek"
        type="range"
        min="0"
        max=${facts.durationSeconds || 1}
        step="0.1"
        aria-label=${words.position}
        aria-valuetext=${speakPosition(seconds, facts.durationSeconds, words)}
        ?disabled=${resting || facts.durationSeconds === 0}
        .value=${live(String(seconds))}
        @keydown=${this.#stepByKey}
        @input=${this.#scrub}
        @change=${() => (this.held = undefined)}
      />
      <button
        type="button"
        class="play quiet"
        part="play-button"
        aria-label=${label}
        title=${label}
        ?disabled=${resting}
        @click=${() => this.wish((commands) => (facts.paused ? commands.play() : commands.pause()))}
      >
        ${facts.paused ? icons.play : icons.pause}
      </button>
      <p class="time">${formatTime(seconds)} / ${formatTime(facts.durationSeconds)}</p>
      <p class="title" part="title">${view.scene.title}</p>
    `;
  }

  #scrub = (event: Event): void => {
    const seconds = Number((event.target as HTMLInputElement).value);
    this.held = seconds;
    this.wish((commands) => commands.seek(seconds));
  };

  /** The native step is right for a finger and far too fine for a key. */
  #stepByKey = (event: KeyboardEvent): void => {
    const { facts } = this;
    if (!facts || !event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const step = ['ArrowLeft', 'ArrowDown'].includes(event.key) ? -SEEK_STEP_SECONDS : SEEK_STEP_SECONDS;
    const seconds = Math.min(Math.max(0, facts.currentSeconds + step), facts.durationSeconds);
    this.wish((commands) => commands.seek(seconds));
  };

  #foldOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.unfolded) return;
    event.stopPropagation();
    this.#fold(true);
  };

  #fold(focusIsInside: boolean): void {
    this.unfolded = false;
    if (focusIsInside) this.renderRoot.querySelector<HTMLElement>('.more')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-controls': FollowupControlsElement;
  }
}
