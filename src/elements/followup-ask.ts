import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import type { Graph } from '../domain/graph.js';
import type { RecordingChoice } from '../domain/reaction.js';
import { VIEWER_TEXT_LENGTH } from '../domain/text-limits.js';
import type { Topic } from '../domain/topic.js';
import { fields } from './field.styles.js';
import { FollowupElement } from './followup-element.js';
import { renderPanelHead } from './panel-frame.js';
import { panel } from './panel.styles.js';
import { FollowupPanelEvent } from './wishes.js';

/**
 * Lets the viewer ask the company something. Who chose not to be recorded is told why nothing can be sent from here,
 * and is shown no field that would seem to.
 *
 * @tag followup-ask
 * @csspart ask - The whole panel.
 * @csspart field - Where the viewer writes.
 * @csspart send-button - The button that sends.
 * @csspart close-button - The button that closes it.
 */
export class FollowupAskElement extends FollowupElement {
  static override styles: CSSResultGroup = [panel, fields];

  /** The author's prompt and help. Nothing is drawn until it is set. */
  @property({ attribute: false }) invitation: Graph['ask'];

  /** What the question may be put under. */
  @property({ attribute: false }) topics: readonly Topic[] = [];

  /** How the viewer answered the notice. */
  @property() choice: RecordingChoice | undefined;

  /** Whom to turn to instead, as the notice names it. */
  @property() contact: string | undefined;

  @state() private text = '';
  @state() private topic = '';
  @state() private sent = false;
  @state() private empty = false;

  protected override render(): TemplateResult | typeof nothing {
    const { invitation, words, sent } = this;
    if (!invitation) return nothing;
    const open = this.choice === 'named' || this.choice === 'unnamed';
    return html`
      <section part="ask" aria-labelledby="title">
        ${renderPanelHead(invitation.prompt, words.close, this.#close)}
        ${invitation.help ? html`<p class="muted">${invitation.help}</p>` : nothing}
        ${!open ? this.#renderRefusal() : sent ? nothing : this.#renderForm()}
        <p role="status" class="sentence" ?hidden=${!sent}>${sent ? words.askSent : nothing}</p>
        ${open && sent ? this.#renderAfterwards() : nothing}
      </section>
    `;
  }

  #renderRefusal(): TemplateResult {
    return html`
      <p class="sentence">${this.words.askUnrecorded}</p>
      ${this.contact ? html`<p>${this.words.noticeContact}: ${this.contact}</p>` : nothing}
    `;
  }

  #renderForm(): TemplateResult {
    const { words } = this;
    return html`
      <form novalidate @submit=${this.#submit}>
        <label class="field">
          <span class="muted">${words.askField}</span>
          <textarea
            part="field"
            rows="3"
            maxlength=${VIEWER_TEXT_LENGTH}
            aria-describedby="who"
            .value=${live(this.text)}
            @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>
        ${this.#renderTopics()}
        <p class="error" role="alert">${this.empty ? words.askEmpty : nothing}</p>
        <p id="who" class="muted">${this.choice === 'named' ? words.askNamed : words.askUnnamed}</p>
        <div class="actions">
          <button type="submit" class="primary" part="send-button">${words.askSend}</button>
        </div>
      </form>
    `;
  }

  #renderTopics(): TemplateResult | typeof nothing {
    const { words, topics } = this;
    if (topics.length === 0) return nothing;
    return html`
      <label class="field">
        <span class="muted">${words.askTopic}</span>
        <select @change=${(event: Event) => (this.topic = (event.target as HTMLSelectElement).value)}>
          <option value="" .selected=${live(this.topic === '')}>${words.askNoTopic}</option>
          ${topics.map(
            ({ id, label }) => html`<option value=${id} .selected=${live(id === this.topic)}>${label}</option>`,
          )}
        </select>
      </label>
    `;
  }

  #renderAfterwards(): TemplateResult {
    const { words } = this;
    return html`
      <div class="actions">
        <button type="button" @click=${() => (this.sent = false)}>${words.askAnother}</button>
        <button type="button" @click=${this.#close}>${words.close}</button>
      </div>
    `;
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = this.text.trim();
    const topic = this.topic || undefined;
    this.empty = text === '';
    if (this.empty) return;
    this.wish((commands) => commands.ask(text, topic));
    this.text = '';
    this.topic = '';
    this.sent = true;
    void this.updateComplete.then(() => this.focus());
  };

  #close = (): void => {
    this.dispatchEvent(new FollowupPanelEvent(undefined));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-ask': FollowupAskElement;
  }
}
