import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { GraphReport } from '../../domain/report.js';
import { styles } from './followup-report-figures.styles.js';
import { ReportElement } from './report-element.js';

/**
 * Shows how many viewings there were, how many reached an ending, and how many questions came in.
 *
 * @tag followup-report-figures
 * @csspart figure - One figure with its label.
 */
export class FollowupReportFiguresElement extends ReportElement {
  static override styles: CSSResultGroup = styles;

  /** Nothing is drawn until it is set. */
  @property({ attribute: false }) report: GraphReport | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { report, words } = this;
    if (!report) return nothing;
    return html`
      <dl>
        ${this.#renderFigure(words.viewings, this.#renderCount(report.viewings), words.viewingsHelp)}
        ${this.#renderFigure(words.finished, this.#renderFinished(report))}
        ${this.#renderFigure(words.waiting, this.#renderCount(report.askedInAll))}
      </dl>
    `;
  }

  #renderFigure(label: string, figure: TemplateResult, help?: string): TemplateResult {
    return html`
      <div part="figure">
        <dt>${label}</dt>
        <dd>${figure}</dd>
        ${help ? html`<dd class="muted">${help}</dd>` : nothing}
      </div>
    `;
  }

  #renderCount(number: number): TemplateResult {
    return html`<span class="large number">${this.words.count(this.writeNumber(number))}</span>`;
  }

  #renderFinished({ finished }: GraphReport): TemplateResult {
    const { words } = this;
    if (finished.hidden) {
      return html`<span class="missing">${words.missingViewings(this.writeNumber(finished.missing))}</span>`;
    }
    return html`${this.#renderCount(finished.viewings)}<span class="whole"
        >${words.outOf(this.writeNumber(finished.of))}</span
      >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-report-figures': FollowupReportFiguresElement;
  }
}
