import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import type { Topic } from '../../domain/topic.js';
import type { KnownGraph } from '../../runtime/collector-reader.js';
import { isBackwards, type Period, type PeriodType } from '../../runtime/report-period.js';
import type { ReportChoice } from '../../runtime/report-session.js';
import { styles } from './followup-report-filters.styles.js';
import { ReportElement } from './report-element.js';
import { ReportWishEvent } from './report-wishes.js';

const PERIODS: readonly PeriodType[] = ['week', 'month', 'all', 'between'];

/**
 * Chooses the graph, the days and the topic. Each choice takes effect at once.
 *
 * @tag followup-report-filters
 * @csspart filters - The whole form.
 * @csspart period - One of the periods that can be chosen.
 */
export class FollowupReportFiltersElement extends ReportElement {
  static override styles: CSSResultGroup = styles;

  @property({ attribute: false }) graphs: readonly KnownGraph[] = [];

  @property({ attribute: false }) topics: readonly Topic[] = [];

  /** What is chosen. Nothing is drawn until it is set. */
  @property({ attribute: false }) choice: ReportChoice | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { choice, words } = this;
    if (!choice) return nothing;
    return html`
      <form part="filters" aria-label=${words.filters} @submit=${(event: Event) => event.preventDefault()}>
        ${this.#renderGraph(choice)} ${this.#renderPeriod(choice.period)} ${this.#renderTopic(choice)}
        ${choice.period.type === 'between' ? this.#renderDays(choice.period) : nothing}
      </form>
    `;
  }

  #renderGraph({ graph }: ReportChoice): TemplateResult | typeof nothing {
    if (this.graphs.length < 2) return nothing;
    return html`
      <div class="choice">
        <label for="graph">${this.words.graph}</label>
        <select id="graph" .value=${live(graph ?? '')} @change=${this.#chooseGraph}>
          ${this.graphs.map(({ id, title }) => html`<option value=${id} ?selected=${id === graph}>${title}</option>`)}
        </select>
      </div>
    `;
  }

  #renderPeriod(period: Period): TemplateResult {
    return html`
      <fieldset class="choice">
        <legend>${this.words.period}</legend>
        <div class="periods">
          ${PERIODS.map(
            (type) => html`
              <label part="period">
                <input
                  type="radio"
                  name="period"
                  value=${type}
                  .checked=${live(type === period.type)}
                  @change=${() => this.#choosePeriod(type)}
                />
                <span>${this.words.periods[type]}</span>
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  #renderTopic({ topic }: ReportChoice): TemplateResult | typeof nothing {
    if (this.topics.length === 0) return nothing;
    return html`
      <div class="choice">
        <label for="topic">${this.words.topic}</label>
        <select id="topic" .value=${live(topic ?? '')} @change=${this.#chooseTopic}>
          <option value="" ?selected=${topic === undefined}>${this.words.allTopics}</option>
          ${this.topics.map(({ id, label }) => html`<option value=${id} ?selected=${id === topic}>${label}</option>`)}
        </select>
      </div>
    `;
  }

  #renderDays(period: Extract<Period, { type: 'between' }>): TemplateResult {
    const backwards = isBackwards(period);
    return html`
      <div class="days">
        ${(['from', 'to'] as const).map(
          (end) => html`
            <div class="choice">
              <label for=${end}>${this.words[end]}</label>
              <input
                id=${end}
                type="date"
                .value=${live(period[end])}
                aria-invalid=${backwards ? 'true' : 'false'}
                aria-describedby="backwards"
                @change=${(event: Event) => this.#chooseDay(period, end, event)}
              />
            </div>
          `,
        )}
        <p id="backwards" role="alert">${backwards ? this.words.backwards : nothing}</p>
      </div>
    `;
  }

  #chooseGraph(event: Event): void {
    this.#choose({ graph: (event.target as HTMLSelectElement).value });
  }

  #chooseTopic(event: Event): void {
    this.#choose({ topic: (event.target as HTMLSelectElement).value || undefined });
  }

  #choosePeriod(type: PeriodType): void {
    this.#choose({ period: type === 'between' ? { type, from: '', to: '' } : { type } });
  }

  #chooseDay(period: Extract<Period, { type: 'between' }>, end: 'from' | 'to', event: Event): void {
    this.#choose({ period: { ...period, [end]: (event.target as HTMLInputElement).value } });
  }

  #choose(change: Partial<ReportChoice>): void {
    this.dispatchEvent(new ReportWishEvent((session) => void session.choose(change)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-report-filters': FollowupReportFiltersElement;
  }
}
