import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Words } from '../../domain/report.js';
import { styles } from './followup-report-words.styles.js';
import { ReportElement } from './report-element.js';

const SHOWN_AT_FIRST = 10;

/**
 * Lists what viewers wrote, newest first, with topic and time. A name stands only where the viewer gave it.
 *
 * @tag followup-report-words
 * @csspart entry - One viewer's words.
 * @csspart topic - The topic that they were put under.
 */
export class FollowupReportWordsElement extends ReportElement {
  static override styles: CSSResultGroup = styles;

  @property({ attribute: false }) entries: readonly Words[] = [];

  /** How many there are in all, if more than are listed. */
  @property({ type: Number }) total = 0;

  @state() private open = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entries')) this.open = false;
  }

  protected override render(): TemplateResult {
    const { words, entries, total } = this;
    const shown = this.open ? entries : entries.slice(0, SHOWN_AT_FIRST);
    const rest = entries.length - shown.length;
    return html`
      <ul>
        ${shown.map((entry) => this.#renderEntry(entry))}
      </ul>
      ${
        rest > 0
          ? html`<button type="button" @click=${this.#openAll}>${words.showMore(this.writeNumber(rest))}</button>`
          : nothing
      }
      ${
        rest === 0 && total > entries.length
          ? html`<p class="muted">${words.moreInFile(this.writeNumber(total - entries.length))}</p>`
          : nothing
      }
    `;
  }

  #renderEntry({ text, at, topicLabel, topic, name, reference }: Words): TemplateResult {
    const label = topicLabel ?? topic;
    return html`
      <li part="entry">
        <p class="text">${text}</p>
        <p class="muted about">
          ${label ? html`<span part="topic">${label}</span>` : nothing}
          <time datetime=${at}>${this.writeTime(at)}</time>
          <span>${name === undefined ? this.words.unnamed : reference ? `${name} (${reference})` : name}</span>
        </p>
      </li>
    `;
  }

  #openAll(): void {
    this.open = true;
    // The button is gone, so focus goes to the first of the entries that came.
    void this.updateComplete.then(() => {
      const next = this.renderRoot.querySelectorAll<HTMLElement>('li')[SHOWN_AT_FIRST];
      next?.setAttribute('tabindex', '-1');
      next?.focus();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-report-words': FollowupReportWordsElement;
  }
}
