import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Strength, TopicReport } from '../../domain/report.js';
import { styles } from './followup-report-topics.styles.js';
import { renderBar } from './report-bar.js';
import { ReportElement } from './report-element.js';
import { suggestFor } from './suggestions.js';

/**
 * Shows interest and anxiety for each topic, with what a company could do about it. The bars are a table, and stay in
 * the author's order: nothing is ranked.
 *
 * @tag followup-report-topics
 * @csspart table - The table.
 * @csspart suggestions - What could be done about one topic.
 * @cssprop [--followup-interest] - Colour of the bars of interest.
 * @cssprop [--followup-anxiety] - Colour of the bars of anxiety.
 */
export class FollowupReportTopicsElement extends ReportElement {
  static override styles: CSSResultGroup = styles;

  @property({ attribute: false }) topics: readonly TopicReport[] = [];

  protected override render(): TemplateResult {
    const { words } = this;
    // The roles are written out, as browsers drop them from tables that are laid out as something else.
    return html`
      <table part="table" role="table" aria-label=${words.topics}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${words.topic}</th>
            <th role="columnheader" scope="col"><i class="key interest"></i>${words.interest}</th>
            <th role="columnheader" scope="col"><i class="key anxiety"></i>${words.anxiety}</th>
            <th role="columnheader" scope="col">${words.suggestions}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.topics.map((topic) => this.#renderTopic(topic))}
        </tbody>
      </table>
    `;
  }

  #renderTopic({ topic, label, figure }: TopicReport): TemplateResult {
    const { words } = this;
    return html`
      <tr role="row">
        <th role="rowheader" scope="row">${label}</th>
        ${
          figure.hidden
            ? html`<td role="cell" class="missing" colspan="2" aria-colspan="2">
                ${words.missingViewings(this.writeNumber(figure.missing))}
              </td>`
            : html`${this.#renderStrength(figure.interest, figure.of, 'interest')}
              ${this.#renderStrength(figure.anxiety, figure.of, 'anxiety')}`
        }
        <td role="cell" class="options">
          <span class="narrow-label">${words.suggestions}</span>
          <ul part="suggestions">
            ${suggestFor(topic, this.language).map((suggestion) => html`<li>${suggestion}</li>`)}
          </ul>
        </td>
      </tr>
    `;
  }

  #renderStrength({ viewings }: Strength, of: number, kind: 'interest' | 'anxiety'): TemplateResult {
    const { words } = this;
    return html`
      <td role="cell" class="strength">
        <span class="figure">
          <span class="narrow-label">${words[kind]}</span>
          <span class="number"
            >${words.count(this.writeNumber(viewings))}<span class="whole"
              >${words.outOf(this.writeNumber(of))}</span
            ></span
          >
        </span>
        ${renderBar(viewings, of, kind)}
      </td>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-report-topics': FollowupReportTopicsElement;
  }
}
