import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { openReport } from '../runtime/open-report.js';
import type { ReportSession, ReportView } from '../runtime/report-session.js';
import { styles } from './followup-report.styles.js';
import { pickLanguage, type Language } from './language.js';
import { FollowupLanguageEvent } from './report/report-events.js';
import { messagesFor, nameFault, type ReportMessages } from './report/report-messages.js';
import type { ReportWishEvent } from './report/report-wishes.js';

/**
 * The page that HR reads: how many watched, which topics draw interest and worry, who waits for an answer, and the
 * files to take along. It shows reactions, and never a score or a ranking of people.
 *
 * @tag followup-report
 * @fires {FollowupLanguageEvent} followup-language - The reader chose the other language.
 * @csspart header - Title and actions.
 * @csspart section - One section of the report.
 * @csspart figure - One of the figures at the top.
 * @cssprop [--followup-accent] - Colour of buttons and of the bars of answers.
 * @cssprop [--followup-interest] - Colour of the bars of interest.
 * @cssprop [--followup-anxiety] - Colour of the bars of anxiety.
 * @cssprop [--followup-surface] - Background of the sections.
 * @cssprop [--followup-text] - Colour of the words.
 * @cssprop [--followup-radius=12px] - Roundness of sections and buttons.
 * @cssprop [--followup-gap=1em] - Space between things.
 */
export class FollowupReportElement extends LitElement {
  static override styles: CSSResultGroup = styles;

  /** Address of the collector to read from. */
  @property() collector = 'collector';

  /** The reading token, if the page has one to bring. Without it, and without a session, the reader is asked. */
  @property({ attribute: false }) token: string | undefined;

  /** Japanese or English. Left empty, the language around the element, or else the browser's. */
  @property() override lang = '';

  /** `light`, `dark`, or `auto`: as the page around it. */
  @property({ reflect: true, useDefault: true }) appearance: 'light' | 'dark' | 'auto' = 'auto';

  /** What is shown. Left out, the element opens its own on `collector`. */
  @property({ attribute: false }) session: ReportSession | undefined;

  @state() private view: ReportView | undefined;
  @state() private language: Language = 'ja';

  @query('#title') private heading!: HTMLElement;

  #unsubscribe: (() => void) | undefined;
  #own: ReportSession | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // The first time, `willUpdate` does it, when all properties are there.
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.language = pickLanguage(this.lang, surroundingLanguage(this), navigator.language);
    if (changed.has('collector') && !this.session) {
      this.#own?.close();
      this.#own = openReport(this.collector);
    }
    if (changed.has('collector') || changed.has('session')) this.#follow();
    if (changed.has('collector') || changed.has('session') || changed.has('token'))
      void this.#session?.resume(this.token);
  }

  protected override updated(changed: PropertyValues): void {
    const before = changed.get('view') as ReportView | undefined;
    // What had the focus is gone: the form, or the button that closed the report.
    if (before && before.stage !== 'entering' && before.stage !== this.view?.stage) this.heading.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (!view) return nothing;
    return html`
      <div class="page" lang=${this.language} @followup-report-wish=${this.#carryOut}>
        ${this.#renderHeader(view)}
        <main>${this.#renderStage(view)}</main>
        <footer class="muted">${this.#words.footer}</footer>
      </div>
    `;
  }

  get #words(): ReportMessages {
    return messagesFor(this.language);
  }

  get #session(): ReportSession | undefined {
    return this.session ?? this.#own;
  }

  #renderHeader({ stage }: ReportView): TemplateResult {
    const words = this.#words;
    const other = this.language === 'ja' ? 'en' : 'ja';
    return html`
      <header part="header">
        <div>
          <h1 id="title" tabindex="-1">${words.title}</h1>
          <p class="lead">${words.lead}</p>
        </div>
        <div class="actions">
          ${
            stage === 'signed-in'
              ? html`
                  <button type="button" @click=${() => window.print()}>${words.print}</button>
                  <button type="button" @click=${() => void this.#session?.signOut()}>${words.signOut}</button>
                `
              : nothing
          }
          <button type="button" lang=${other} @click=${() => this.#switchLanguage(other)}>
            ${words.otherLanguage}
          </button>
        </div>
      </header>
    `;
  }

  #renderStage(view: ReportView): TemplateResult {
    switch (view.stage) {
      case 'entering':
        return html`<p class="loading" role="status">${this.#words.loading}</p>`;
      case 'signed-out':
        return this.#renderSignIn(view);
      case 'signed-in':
        return this.#renderReport(view);
    }
  }

  #renderSignIn({ fault, loading }: ReportView): TemplateResult {
    return html`
      <followup-report-sign-in .language=${this.language} .fault=${fault} .busy=${loading}></followup-report-sign-in>
    `;
  }

  #renderReport(view: ReportView): TemplateResult {
    const { loading, shown, fault, download, files } = view;
    const words = this.#words;
    return html`
      <p class="visually-hidden" role="status">${loading ? words.loading : shown ? words.updated : nothing}</p>
      ${view.graphs?.length ? this.#renderFilters(view) : nothing}
      <div role="alert">${this.#renderFault(view)}</div>
      ${loading && !shown ? html`<p class="loading" aria-hidden="true">${words.loading}</p>` : nothing}
      ${
        shown || (!loading && !fault)
          ? html`
              <followup-report-body
                exportparts="section, figure"
                aria-busy=${loading ? 'true' : 'false'}
                .language=${this.language}
                .shown=${shown}
                .download=${download}
                .files=${files}
              ></followup-report-body>
            `
          : nothing
      }
    `;
  }

  #renderFilters({ graphs = [], choice, shown }: ReportView): TemplateResult {
    const known = graphs.find(({ id }) => id === choice.graph)?.topics ?? [];
    const reported = (shown?.report.topics ?? []).map(({ topic: id, label }) => ({ id, label }));
    return html`
      <followup-report-filters
        .language=${this.language}
        .graphs=${graphs}
        .topics=${known.length > 0 ? known : reported}
        .choice=${choice}
      ></followup-report-filters>
    `;
  }

  #renderFault({ fault, shown }: ReportView): TemplateResult | typeof nothing {
    if (!fault) return nothing;
    const words = this.#words;
    const name = nameFault(fault.code);
    return html`
      <div class="fault">
        <p>${words.fault[name]} ${shown ? words.stale : nothing}</p>
        ${name === 'failed' ? html`<p class="muted">${words.forOperator(fault.message)}</p>` : nothing}
        <button type="button" @click=${() => void this.#session?.refresh()}>${words.retry}</button>
      </div>
    `;
  }

  #follow(): void {
    this.#unsubscribe?.();
    const session = this.#session;
    this.#unsubscribe = session?.subscribe(() => {
      this.view = session.view;
    });
    this.view = session?.view;
  }

  #carryOut(event: ReportWishEvent): void {
    event.stopPropagation();
    if (this.#session) event.carryOut(this.#session);
  }

  #switchLanguage(language: Language): void {
    this.lang = language;
    this.dispatchEvent(new FollowupLanguageEvent(language));
  }
}

function surroundingLanguage(element: Element): string | undefined {
  return element.closest<HTMLElement>('[lang]')?.lang;
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-report': FollowupReportElement;
  }
}
