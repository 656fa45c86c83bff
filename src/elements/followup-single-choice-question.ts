import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Answer } from '../domain/answer.js';
import type { Option, OptionId } from '../domain/questions/question-base.js';
import type { SingleChoiceQuestion } from '../domain/questions/single-choice.js';
import { icons } from './icons.js';
import { FollowupQuestionElement } from './question-element.js';

/** From how many options on two columns read better than one long one. */
const MANY = 4;

/**
 * Asks for one of several options. The options are buttons and one press answers: nothing is picked on the way there
 * by an arrow key, and no second press is needed on a phone. 答えたくない is the last of them and looks like them.
 *
 * @tag followup-single-choice-question
 * @csspart question - The whole question.
 * @csspart prompt - What is asked.
 * @csspart help - The sentence under it.
 * @csspart option - The button of one option.
 * @csspart decline-button - The button that leaves the question unanswered.
 */
export class FollowupSingleChoiceQuestionElement extends FollowupQuestionElement<SingleChoiceQuestion> {
  /** Options that were taken before, marked so in words. */
  @property({ attribute: false }) seen: readonly OptionId[] = [];

  protected override begin(): void {
    // Nothing is kept between press and answer.
  }

  protected override renderFields({ options }: SingleChoiceQuestion): TemplateResult {
    return html`
      <ul class=${options.length >= MANY ? 'options many' : 'options'} role="list">
        ${options.map((option) => html`<li>${this.#renderOption(option)}</li>`)}
      </ul>
    `;
  }

  protected override renderWaysOut(): TemplateResult {
    return html`<div class="ways-out">${this.renderDecline()}</div>`;
  }

  protected override readAnswer(): Answer | undefined {
    return undefined;
  }

  protected override sayWhatIsMissing(): string {
    return this.words.pickOne;
  }

  #renderOption({ id, label }: Option): TemplateResult {
    return html`
      <button
        type="button"
        class="option"
        part="option"
        aria-disabled=${this.answered ? 'true' : nothing}
        @click=${() => this.give({ type: 'picked', options: [id] })}
      >
        <span class="label">${label}</span>
        ${this.#renderMark(id)}
      </button>
    `;
  }

  #renderMark(id: OptionId): TemplateResult | typeof nothing {
    const { given, seen, words } = this;
    if (given?.type === 'picked' && given.options.includes(id)) return mark(words.givenBefore);
    return seen.includes(id) ? mark(words.seen) : nothing;
  }
}

const mark = (text: string): TemplateResult => html`<span class="mark">${icons.check}${text}</span>`;

declare global {
  interface HTMLElementTagNameMap {
    'followup-single-choice-question': FollowupSingleChoiceQuestionElement;
  }
}
