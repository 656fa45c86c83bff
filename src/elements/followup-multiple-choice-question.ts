import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import type { Answer } from '../domain/answer.js';
import type { MultipleChoiceQuestion } from '../domain/questions/multiple-choice.js';
import type { Option, OptionId } from '../domain/questions/question-base.js';
import { FollowupQuestionElement } from './question-element.js';

/** From how many options on two columns read better than one long one. */
const MANY = 5;

/**
 * Asks for any number of several options, none included: that too is an answer (特にない).
 *
 * @tag followup-multiple-choice-question
 * @csspart question - The whole question.
 * @csspart prompt - What is asked.
 * @csspart help - The sentence under it.
 * @csspart option - The label around one option.
 * @csspart answer-button - The button that answers.
 * @csspart decline-button - The button that leaves the question unanswered.
 */
export class FollowupMultipleChoiceQuestionElement extends FollowupQuestionElement<MultipleChoiceQuestion> {
  @state() private picked: readonly OptionId[] = [];

  protected override begin({ options }: MultipleChoiceQuestion): void {
    const { given } = this;
    const before = given?.type === 'picked' ? given.options : [];
    this.picked = options.map(({ id }) => id).filter((id) => before.includes(id));
  }

  protected override renderFields(question: MultipleChoiceQuestion): TemplateResult {
    const { options, atMost } = question;
    const { words } = this;
    return html`
      <p id="limit" class="muted">${atMost === undefined ? words.pickSome : words.pickAtMost(atMost)}</p>
      <div class=${options.length >= MANY ? 'options many' : 'options'} role="group" aria-labelledby="prompt limit">
        ${options.map((option) => this.#renderOption(question, option))}
      </div>
    `;
  }

  protected override readAnswer(): Answer {
    return { type: 'picked', options: this.picked };
  }

  protected override sayWhatIsMissing(): string {
    return '';
  }

  #renderOption(question: MultipleChoiceQuestion, { id, label }: Option): TemplateResult {
    const picked = this.picked.includes(id);
    const full = !picked && this.picked.length >= (question.atMost ?? Infinity);
    return html`
      <label class="option" part="option">
        <input
          type="checkbox"
          .checked=${live(picked)}
          ?disabled=${full}
          @change=${(event: Event) => this.#pick(question, id, (event.target as HTMLInputElement).checked)}
        />
        <span class="label">${label}</span>
      </label>
    `;
  }

  /** Keeps the author's order, whatever order the viewer picked in. */
  #pick({ options }: MultipleChoiceQuestion, changed: OptionId, checked: boolean): void {
    this.picked = options.map(({ id }) => id).filter((id) => (id === changed ? checked : this.picked.includes(id)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-multiple-choice-question': FollowupMultipleChoiceQuestionElement;
  }
}
