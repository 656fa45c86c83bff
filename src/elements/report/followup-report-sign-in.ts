import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import type { ReportFault } from '../../runtime/report-session.js';
import { styles } from './followup-report-sign-in.styles.js';
import { ReportElement } from './report-element.js';
import { nameFault } from './report-messages.js';
import { ReportWishEvent } from './report-wishes.js';

/**
 * Asks for the reading token.
 *
 * @tag followup-report-sign-in
 * @csspart form - The whole form.
 * @csspart field - The token's field.
 * @csspart submit - The button that opens the report.
 */
export class FollowupReportSignInElement extends ReportElement {
  static override styles: CSSResultGroup = styles;

  /** Why the door did not open. */
  @property({ attribute: false }) fault: ReportFault | undefined;

  /** The collector is being asked. */
  @property({ type: Boolean, reflect: true }) busy = false;

  @state() private visible = false;

  @query('#token') private field!: HTMLInputElement;

  override focus(options?: FocusOptions): void {
    this.field.focus(options);
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Whoever has to mend the token is led back to it.
    if (changed.has('fault') && this.fault) this.focus();
  }

  protected override render(): TemplateResult {
    const { words } = this;
    return html`
      <form part="form" novalidate aria-labelledby="title" @submit=${this.#submit}>
        <h2 id="title">${words.signInTitle}</h2>
        <p class="lead">${words.signInLead}</p>
        <div class="entry">
          <label for="token">${words.token}</label>
          <div class="field">
            <input
              id="token"
              part="field"
              type=${this.visible ? 'text' : 'password'}
              name="token"
              autocomplete="current-password"
              autocapitalize="off"
              spellcheck="false"
              aria-describedby="fault help"
              aria-invalid=${this.fault ? 'true' : 'false'}
            />
            <button type="button" aria-pressed=${this.visible} aria-controls="token" @click=${this.#toggle}>
              ${this.visible ? words.hideToken : words.showToken}
            </button>
          </div>
          <div id="fault" role="alert">${this.#renderFault()}</div>
          <p id="help" class="muted">${words.tokenHelp}</p>
        </div>
        <button part="submit" class="primary" aria-disabled=${this.busy}>
          ${this.busy ? words.opening : words.open}
        </button>
        <p class="muted">${words.sessionHelp}</p>
      </form>
    `;
  }

  #renderFault(): TemplateResult | typeof nothing {
    const { fault, words } = this;
    if (!fault) return nothing;
    const name = nameFault(fault.code);
    return html`
      <p class="fault">${words.fault[name]}</p>
      ${name === 'failed' ? html`<p class="muted">${words.forOperator(fault.message)}</p>` : nothing}
    `;
  }

  #toggle(): void {
    this.visible = !this.visible;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    const token = this.field.value;
    this.dispatchEvent(new ReportWishEvent((session) => void session.signIn(token)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-report-sign-in': FollowupReportSignInElement;
  }
}
