import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import type { Answer } from '../domain/answer.js';
import type { FreeTextQuestion } from '../domain/questions/free-text.js';
import { VIEWER_TEXT_LENGTH } from '../domain/text-limits.js';
import { fields } from './field.styles.js';
import { FollowupQuestionElement } from './question-element.js';
import { styles } from './question.styles.js';

/**
 * Asks for the viewer's own words. Enter begins a new line; only the button answers.
 *
 * @tag followup-free-text-question
 * @csspart question - The whole question.
 * @csspart prompt - What is asked.
 * @csspart help - The sentence under it.
 * @csspart field - Where the viewer writes.
 * @csspart answer-button - The button that answers.
 * @csspart decline-button - The button that leaves the question unanswered.
 */
export class FollowupFreeTextQuestionElement extends FollowupQuestionElement<FreeTextQuestion> {
  static override styles: CSSResultGroup = [styles, fields];

  @state() private text = '';

  protected override begin(): void {
    this.text = this.given?.type === 'written' ? this.given.text : '';
  }

  protected override renderFields({ maxLength = VIEWER_TEXT_LENGTH }: FreeTextQuestion): TemplateResult {
    return html`
      <div class="field">
        <textarea
          part="field"
          rows="4"
          maxlength=${maxLength}
          aria-label=${this.words.yourWords}
          aria-describedby="left"
          .value=${live(this.text)}
          @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <p id="left" class="muted">${this.words.charactersLeft(maxLength - this.text.length)}</p>
      </div>
    `;
  }

  protected override readAnswer(): Answer | undefined {
    const text = this.text.trim();
    return text === '' ? undefined : { type: 'written', text };
  }

  protected override sayWhatIsMissing(): string {
    return this.words.writeSomething;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-free-text-question': FollowupFreeTextQuestionElement;
  }
}
