import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Distribution, QuestionReport } from '../../domain/report.js';
import { styles } from './followup-report-question.styles.js';
import { renderBar } from './report-bar.js';
import { ReportElement } from './report-element.js';

/**
 * Shows how many chose what in one question, as a table of bars, and what was written.
 *
 * @tag followup-report-question
 * @csspart prompt - What was asked.
 * @csspart table - The table of options.
 * @csspart words - What viewers wrote, laid open on demand.
 */
export class FollowupReportQuestionElement extends ReportElement {
  static override styles: CSSResultGroup = styles;

  /** Nothing is drawn until it is set. */
  @property({ attribute: false }) report: QuestionReport | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { report, words } = this;
    if (!report) return nothing;
    const { figure, prompt, type } = report;
    return html`
      <h3 part="prompt">${prompt}</h3>
      ${
        figure.hidden
          ? html`<p class="missing">${words.missingAnswers(this.writeNumber(figure.missing))}</p>`
          : html`
              <p class="muted">
                ${words.answeredBy(this.writeNumber(figure.of - figure.declined))}${
                  type === 'multiple-choice' ? html`<span class="several">${words.several}</span>` : nothing
                }
              </p>
              ${this.#renderTable(prompt, figure, figure.of)}
            `
      }
      ${this.#renderWords(report)}
    `;
  }

  #renderTable(prompt: string, { options, declined }: Distribution, of: number): TemplateResult {
    const { words } = this;
    return html`
      <table part="table" role="table" aria-label=${prompt}>
        <thead role="rowgroup" class="visually-hidden">
          <tr role="row">
            <th role="columnheader" scope="col">${words.option}</th>
            <th role="columnheader" scope="col">${words.answers}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${options.map(({ label, viewings }) => this.#renderRow(label, viewings, of, 'answer'))}
          ${this.#renderRow(words.declined, declined, of, 'declined')}
        </tbody>
      </table>
    `;
  }

  #renderRow(label: string, viewings: number, of: number, kind: 'answer' | 'declined'): TemplateResult {
    return html`
      <tr role="row" class=${kind}>
        <th role="rowheader" scope="row">${label}</th>
        <td role="cell">
          ${renderBar(viewings, of, kind)}
          <span class="number">${this.words.count(this.writeNumber(viewings))}</span>
        </td>
      </tr>
    `;
  }

  #renderWords({ texts }: QuestionReport): TemplateResult | typeof nothing {
    if (texts.length === 0) return nothing;
    return html`
      <details part="words">
        <summary>${this.words.words(this.writeNumber(texts.length))}</summary>
        <followup-report-words .entries=${texts} .language=${this.language}></followup-report-words>
      </details>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-report-question': FollowupReportQuestionElement;
  }
}
