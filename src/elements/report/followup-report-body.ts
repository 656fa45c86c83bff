import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { GraphReport } from '../../domain/report.js';
import type { Download, ReportSession, ShownReport } from '../../runtime/report-session.js';
import { styles } from './followup-report-body.styles.js';
import { ReportElement } from './report-element.js';
import { ReportWishEvent } from './report-wishes.js';

/**
 * Lays out one graph's report, or says what to do while there is nothing to see.
 *
 * @tag followup-report-body
 * @csspart section - One section of the report.
 * @csspart figure - One of the figures at the top.
 */
export class FollowupReportBodyElement extends ReportElement {
  static override styles: CSSResultGroup = styles;

  /** Undefined while the collector knows no graph at all. */
  @property({ attribute: false }) shown: ShownReport | undefined;

  @property({ attribute: false }) download: Download = { type: 'none' };

  /** Whether this reader may save files. */
  @property({ attribute: false }) files = true;

  protected override render(): TemplateResult {
    const { shown } = this;
    if (!shown) return this.#renderEmpty();
    const { report, bounds, topic } = shown;
    if (report.viewings > 0 || report.askedInAll > 0) return html`${this.#renderSpan(shown)} ${this.#renderAll(shown)}`;
    const everything = !bounds.since && !bounds.until && topic === undefined;
    return html`${this.#renderSpan(shown)} ${everything ? this.#renderEmpty() : this.#renderEmptyPeriod()}`;
  }

  /** Says what is seen: also on paper, where the filters are not. */
  #renderSpan({ report, bounds, topic }: ShownReport): TemplateResult {
    const { words } = this;
    const day = (date: Date | undefined) => date?.toLocaleDateString(this.language, { dateStyle: 'medium' });
    // `until` is the midnight after the last day.
    const lastDay = bounds.until && new Date(bounds.until.getTime() - 1);
    const label = report.topics.find((one) => one.topic === topic)?.label ?? topic;
    return html`
      <div class="span">
        <div>
          <p class="subject">${report.title}</p>
          <p class="muted">${words.span(day(bounds.since), day(lastDay))}${label ? ` · ${label}` : ''}</p>
        </div>
        <button type="button" @click=${() => this.#wish((session) => void session.refresh())}>${words.refresh}</button>
      </div>
    `;
  }

  #renderAll({ report, minimum }: ShownReport): TemplateResult {
    const { words } = this;
    return html`
      <followup-report-figures
        exportparts="figure"
        .language=${this.language}
        .report=${report}
      ></followup-report-figures>
      ${this.#renderSection('asked', words.asked, words.askedLead, this.#renderAsked(report))}
      ${this.#renderSection('topics', words.topics, words.topicsLead, this.#renderTopics(report))}
      ${this.#renderSection('questions', words.questions, words.questionsLead, this.#renderQuestions(report))}
      <p class="muted">${words.whyHidden(this.writeNumber(minimum.group), this.writeNumber(minimum.distribution))}</p>
      ${this.files ? this.#renderSection('downloads', words.downloads, words.downloadsLead, this.#renderDownloads()) : nothing}
    `;
  }

  #renderSection(id: string, title: string, lead: string, content: TemplateResult): TemplateResult {
    return html`
      <section id=${id} part="section" aria-labelledby="${id}-title">
        <h2 id="${id}-title">${title}</h2>
        <p class="lead">${lead}</p>
        ${content}
      </section>
    `;
  }

  #renderAsked({ asked, askedInAll }: GraphReport): TemplateResult {
    if (asked.length === 0) return html`<p class="missing">${this.words.noneAsked}</p>`;
    return html`
      <followup-report-words .language=${this.language} .entries=${asked} .total=${askedInAll}></followup-report-words>
    `;
  }

  #renderTopics({ topics }: GraphReport): TemplateResult {
    return html`
      <followup-report-topics .language=${this.language} .topics=${topics}></followup-report-topics>
      <p class="muted">${this.words.suggestionsLead}</p>
    `;
  }

  #renderQuestions({ questions }: GraphReport): TemplateResult {
    if (questions.length === 0) return html`<p class="missing">${this.words.noQuestions}</p>`;
    return html`
      <div class="questions">
        ${questions.map(
          (question) => html`
            <followup-report-question .language=${this.language} .report=${question}></followup-report-question>
          `,
        )}
      </div>
    `;
  }

  #renderDownloads(): TemplateResult {
    return html`
      <followup-report-downloads .language=${this.language} .download=${this.download}></followup-report-downloads>
    `;
  }

  #renderEmpty(): TemplateResult {
    const { words } = this;
    return html`
      <section part="section" class="empty" aria-labelledby="empty-title">
        <h2 id="empty-title">${words.emptyTitle}</h2>
        <p>${words.emptyLead}</p>
        <ol>
          ${words.emptySteps.map((step) => html`<li>${step}</li>`)}
        </ol>
      </section>
    `;
  }

  #renderEmptyPeriod(): TemplateResult {
    const { words } = this;
    const showAll = () => this.#wish((session) => void session.choose({ period: { type: 'all' }, topic: undefined }));
    return html`
      <section part="section" class="empty" aria-labelledby="empty-title">
        <h2 id="empty-title">${words.emptyPeriodTitle}</h2>
        <p>${words.emptyPeriod}</p>
        <button type="button" @click=${showAll}>${words.showAll}</button>
      </section>
    `;
  }

  #wish(carryOut: (session: ReportSession) => void): void {
    this.dispatchEvent(new ReportWishEvent(carryOut));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-report-body': FollowupReportBodyElement;
  }
}
