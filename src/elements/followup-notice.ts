import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { isSafeAddress } from '../domain/address.js';
import type { Notice } from '../domain/graph.js';
import type { RecordingChoice } from '../domain/reaction.js';
import { FollowupElement } from './followup-element.js';
import { styles } from './followup-notice.styles.js';
import { FollowupPanelEvent } from './wishes.js';

/**
 * Tells who records what for whom, and lets the viewer choose before anything is recorded.
 * The choices look the same on purpose: none is the one to press.
 *
 * @tag followup-notice
 * @csspart notice - The whole notice.
 * @csspart terms - The list of who records what.
 * @csspart choice - Each of the equal buttons.
 */
export class FollowupNoticeElement extends FollowupElement {
  static override styles: CSSResultGroup = styles;

  /** What the author declares. Nothing is drawn until it is set. */
  @property({ attribute: false }) notice: Notice | undefined;

  /** What the video is called. */
  @property() heading = '';

  /** The viewer's name, if the page passed one. Without it, recording by name is not offered. */
  @property({ attribute: 'viewer-name' }) viewerName: string | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { notice, words } = this;
    if (!notice) return nothing;
    return html`
      <section part="notice" aria-labelledby="heading">
        <header>
          <p class="title">${this.heading}</p>
          <h2 id="heading" tabindex="-1" data-focus>${words.noticeTitle}</h2>
          <p>${words.noticeLead}</p>
        </header>
        ${this.#renderTerms(notice)}
        <div class="choices">
          <div class="buttons" role="group" aria-label=${words.noticeChoices}>
            ${this.#renderChoice('unrecorded', words.unrecorded, words.unrecordedHint)}
            ${this.#renderChoice('unnamed', words.unnamed, words.unnamedHint)}
            ${this.viewerName ? this.#renderChoice('named', words.named, words.namedHint(this.viewerName)) : nothing}
          </div>
          <p class="equal">${words.noticeEqual}</p>
        </div>
      </section>
    `;
  }

  #renderTerms(notice: Notice): TemplateResult {
    const { words } = this;
    const policy = notice.policy !== undefined && isSafeAddress(notice.policy, 'file') ? notice.policy : undefined;
    return html`
      <dl part="terms">
        ${this.#renderTerm(words.noticeCollector, notice.collector)}
        ${this.#renderTerm(words.noticePurpose, notice.purpose)}
        ${this.#renderTerm(words.noticeRecorded, words.noticeRecordedWhat)}
        ${this.#renderTerm(words.noticeReaders, notice.readers)}
        ${this.#renderTerm(words.noticeRetention, words.retentionDays(notice.retentionDays))}
        ${notice.contact ? this.#renderTerm(words.noticeContact, notice.contact) : nothing}
      </dl>
      <p class="policy">
        ${
          policy
            ? html`<a href=${policy} target="_blank" rel="noopener noreferrer"
                >${words.noticePolicy}<span class="visually-hidden"> (${words.opensNewTab})</span></a
              >`
            : nothing
        }
        <button
          type="button"
          class="quiet"
          data-panel="record"
          @click=${() => this.dispatchEvent(new FollowupPanelEvent('record'))}
        >
          ${words.record}
        </button>
      </p>
    `;
  }

  #renderTerm(term: string, description: string): TemplateResult {
    return html`
      <div class="term">
        <dt>${term}</dt>
        <dd>${description}</dd>
      </div>
    `;
  }

  #renderChoice(choice: RecordingChoice, label: string, hint: string): TemplateResult {
    return html`
      <button type="button" part="choice" @click=${() => this.wish((commands) => commands.answerNotice(choice))}>
        <span class="label">${label}</span>
        <span class="hint">${hint}</span>
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-notice': FollowupNoticeElement;
  }
}
