import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Answer } from '../domain/answer.js';
import type { Question } from '../domain/questions/question.js';
import { FollowupElement } from './followup-element.js';
import { styles } from './question.styles.js';

/** Most answers are kept sooner. To draw the buttons anew would hold up the next clip's picture. */
const KEEPING_IS_SHOWN_MS = 100;

/**
 * The frame of every question: prompt, help, what the type adds, and two ways out that look the same,
 * for answering and for 答えたくない. It never runs out of time.
 */
export abstract class FollowupQuestionElement<Q extends Question> extends FollowupElement {
  static override styles: CSSResultGroup = styles;

  /** What to ask. Nothing is drawn until it is set. */
  @property({ attribute: false }) question: Q | undefined;

  /** What the viewer gave before, shown to be changed. */
  @property({ attribute: false }) given: Answer | undefined;

  /** An answer was given and is still being kept, and the viewer is to see so. */
  @state() protected answered = false;

  /** The viewer tried to answer without an answer. */
  @state() private incomplete = false;

  /** Runs from an answer on: a second press does nothing. */
  #keeping: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#await();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('question') && !changed.has('given')) return;
    this.#await();
    this.incomplete = false;
    if (this.question) this.begin(this.question);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { question, words } = this;
    if (!question) return nothing;
    const help = question.help !== undefined;
    return html`
      <form
        part="question"
        novalidate
        aria-labelledby="prompt"
        aria-describedby=${help ? 'help' : nothing}
        @submit=${this.#submit}
      >
        <header>
          <h2 id="prompt" part="prompt" tabindex="-1" data-focus>${question.prompt}</h2>
          ${help ? html`<p id="help" part="help" class="muted">${question.help}</p>` : nothing}
        </header>
        ${this.renderFields(question)}
        <p class="missing" role="alert">${this.incomplete ? this.sayWhatIsMissing(words) : nothing}</p>
        ${this.renderWaysOut(question)}
      </form>
    `;
  }

  /** Takes up what was given before, or starts afresh. */
  protected abstract begin(question: Q): void;
  protected abstract renderFields(question: Q): TemplateResult;
  /** What the fields hold, or undefined while that is no answer yet. */
  protected abstract readAnswer(question: Q): Answer | undefined;
  protected abstract sayWhatIsMissing(words: FollowupElement['words']): string;

  protected renderWaysOut(_question: Q): TemplateResult {
    return html`
      <div class="ways-out">
        <button type="submit" part="answer-button">${this.words.answer}</button>
        ${this.renderDecline()}
      </div>
    `;
  }

  protected renderDecline(): TemplateResult {
    return html`
      <button type="button" part="decline-button" @click=${() => this.give({ type: 'declined' })}>
        ${this.words.decline}
      </button>
    `;
  }

  protected give(answer: Answer): void {
    if (this.#keeping !== undefined) return;
    this.#keeping = setTimeout(() => (this.answered = true), KEEPING_IS_SHOWN_MS);
    this.wish((commands) => commands.answer(answer));
  }

  /** Takes answers again. */
  #await(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    this.answered = false;
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { question } = this;
    const answer = question && this.readAnswer(question);
    this.incomplete = !answer;
    if (answer) this.give(answer);
  };
}
