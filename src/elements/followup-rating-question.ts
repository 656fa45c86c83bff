import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import type { Answer } from '../domain/answer.js';
import type { Option, OptionId } from '../domain/questions/question-base.js';
import type { RatingQuestion } from '../domain/questions/rating.js';
import { FollowupQuestionElement } from './question-element.js';
import { styles } from './question.styles.js';

/** Up to this many steps stand side by side where there is room. */
const SIDE_BY_SIDE = 5;

const steps = css`
  @container (min-width: 34em) {
    .options.scale {
      grid-auto-columns: minmax(0, 1fr);
      grid-auto-flow: column;
    }

    .scale .option {
      flex-direction: column;
      justify-content: flex-start;
      block-size: 100%;
      padding: 0.9em 0.5em;
      font-size: 0.9375em;
      text-align: center;
    }

    .scale .label {
      flex: none;
      inline-size: 100%;
    }
  }
`;

/**
 * Asks for one step of an ordered scale. Arrow keys go along the steps; only the button or Enter answers.
 *
 * @tag followup-rating-question
 * @csspart question - The whole question.
 * @csspart prompt - What is asked.
 * @csspart help - The sentence under it.
 * @csspart option - The label around one step.
 * @csspart answer-button - The button that answers.
 * @csspart decline-button - The button that leaves the question unanswered.
 */
export class FollowupRatingQuestionElement extends FollowupQuestionElement<RatingQuestion> {
  static override styles: CSSResultGroup = [styles, steps];

  @state() private picked: OptionId | undefined;

  protected override begin(): void {
    this.picked = this.given?.type === 'picked' ? this.given.options[0] : undefined;
  }

  protected override renderFields(question: RatingQuestion): TemplateResult {
    const side = question.steps.length <= SIDE_BY_SIDE;
    return html`
      <div class=${side ? 'options scale' : 'options'} role="radiogroup" aria-labelledby="prompt">
        ${question.steps.map((step) => this.#renderStep(step))}
      </div>
    `;
  }

  protected override readAnswer(): Answer | undefined {
    return this.picked === undefined ? undefined : { type: 'picked', options: [this.picked] };
  }

  protected override sayWhatIsMissing(): string {
    return this.words.pickOne;
  }

  #renderStep({ id, label }: Option): TemplateResult {
    return html`
      <label class="option" part="option">
        <input type="radio" name="step" .checked=${live(id === this.picked)} @change=${() => (this.picked = id)} />
        <span class="label">${label}</span>
      </label>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-rating-question': FollowupRatingQuestionElement;
  }
}
