import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import type { Captions } from '../domain/scene.js';
import type { MediaFacts } from './media-facts.js';
import { FollowupElement } from './followup-element.js';
import { styles } from './followup-settings.styles.js';
import { icons } from './icons.js';

const RATES = [0.75, 1, 1.25, 1.5, 2];
const NO_CAPTIONS = '';

/** A choice in a menu of languages. */
type LanguageName = Pick<Captions, 'language' | 'label'>;

/**
 * Sound and its language, speed and captions. The menus are native selects: they open, close and let go of the focus
 * as the viewer's own device does, so none can trap a keyboard.
 *
 * @tag followup-settings
 * @csspart control-button - The button that mutes.
 * @csspart volume - The slider of the volume.
 * @csspart menu - Each of the menus.
 */
export class FollowupSettingsElement extends FollowupElement {
  static override styles: CSSResultGroup = styles;

  /** How the video stands. Nothing is drawn until it is set. */
  @property({ attribute: false }) facts: MediaFacts | undefined;

  /** The captions that the graph names. What the stream brings beside them is among the facts. */
  @property({ attribute: false }) captions: readonly LanguageName[] = [];

  @query('.volume') private volumeBar!: HTMLInputElement | null;

  protected override updated(): void {
    this.volumeBar?.style.setProperty('--_played', `${Math.round(this.#loudness * 100)}%`);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { facts, words } = this;
    if (!facts) return nothing;
    const captions = [...this.captions, ...facts.streamCaptions];
    return html`
      <div class="settings">
        ${this.#renderSound(facts)}
        ${this.#renderMenu(
          words.speed,
          icons.speed,
          String(facts.rate),
          RATES.map((rate) => [String(rate), words.speedOf(rate)] as const),
          (rate) => this.wish((commands) => commands.setRate(Number(rate))),
        )}
        ${
          facts.audios.length === 0
            ? nothing
            : this.#renderMenu(words.audio, icons.audio, facts.audio ?? '', facts.audios.map(choiceOf), (language) =>
                this.wish((commands) => commands.setAudio(language)),
              )
        }
        ${
          captions.length === 0
            ? nothing
            : this.#renderMenu(
                words.captions,
                icons.captions,
                facts.captions ?? NO_CAPTIONS,
                [[NO_CAPTIONS, words.captionsOff], ...captions.map(choiceOf)],
                (language) => this.wish((commands) => commands.setCaptions(language || undefined)),
              )
        }
      </div>
    `;
  }

  get #loudness(): number {
    return !this.facts || this.facts.muted ? 0 : this.facts.volume;
  }

  #renderSound({ muted }: MediaFacts): TemplateResult {
    const { words } = this;
    const label = muted ? words.unmute : words.mute;
    return html`
      <div class="sound">
        <button
          type="button"
          class="quiet"
          part="control-button"
          aria-label=${label}
          title=${label}
          @click=${() => this.wish((commands) => commands.setMuted(!muted))}
        >
          ${this.#loudness === 0 ? icons.silence : icons.sound}
        </button>
        <input
          class="volume"
          part="volume"
          type="range"
          min="0"
          max="1"
          step="0.05"
          aria-label=${words.volume}
          aria-valuetext=${words.percent(Math.round(this.#loudness * 100))}
          .value=${live(String(this.#loudness))}
          @input=${this.#changeVolume}
        />
      </div>
    `;
  }

  #renderMenu(
    label: string,
    icon: TemplateResult,
    value: string,
    choices: readonly (readonly [value: string, label: string])[],
    choose: (value: string) => void,
  ): TemplateResult {
    return html`
      <label class="menu" part="menu" title=${label}>
        ${icon}<span>${label}</span>
        <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
          ${choices.map(([key, text]) => html`<option value=${key} .selected=${live(key === value)}>${text}</option>`)}
        </select>
      </label>
    `;
  }

  #changeVolume = (event: Event): void => {
    const volume = Number((event.target as HTMLInputElement).value);
    this.wish((commands) => {
      commands.setVolume(volume);
      commands.setMuted(volume === 0);
    });
  };
}

/** A stream may leave its languages without a name. */
function choiceOf({ language, label }: LanguageName): readonly [value: string, label: string] {
  return [language, label || language];
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-settings': FollowupSettingsElement;
  }
}
