import { html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { LocatedProblem } from '../authoring/graph-text.js';
import type { Language } from '../elements/language.js';
import { tokens } from '../elements/tokens.styles.js';
import { FollowupProblemPickEvent } from './events.js';
import { editorMessagesIn } from './messages.js';
import { styles } from './followup-problem-list.styles.js';

/** More would be slow to draw, and nobody reads on that far. */
const SHOWN = 100;

/**
 * Lists what is wrong with a graph. Each problem is a button that leads to its place.
 *
 * @tag followup-problem-list
 * @fires {FollowupProblemPickEvent} followup-problem-pick - The author wants to see where a problem is.
 * @csspart problem - One problem.
 */
export class FollowupProblemListElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, styles];

  /** The problems, errors and warnings alike. */
  @property({ attribute: false }) problems: readonly LocatedProblem[] = [];

  /** The language of the list's own words. */
  @property() language: Language = 'ja';

  protected override render(): TemplateResult {
    const words = editorMessagesIn(this.language);
    const { problems } = this;
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const rest = problems.length - SHOWN;
    return html`
      <section aria-labelledby="title">
        <p class="head" data-clean=${problems.length === 0}>
          <strong id="title">${words.problems}</strong>
          <span role="status">
            ${problems.length ? words.counted(errors, problems.length - errors) : words.noProblems}
          </span>
        </p>
        ${
          problems.length
            ? html`
                <ul>
                  ${sorted(problems)
                    .slice(0, SHOWN)
                    .map((problem) => this.#renderProblem(problem))}
                </ul>
              `
            : nothing
        }
        ${rest > 0 ? html`<p class="rest">${words.more(rest)}</p>` : nothing}
      </section>
    `;
  }

  #renderProblem(problem: LocatedProblem): TemplateResult {
    const words = editorMessagesIn(this.language);
    const { severity, line, column, message } = problem;
    return html`
      <li>
        <button
          type="button"
          part="problem"
          data-severity=${severity}
          @click=${() => this.dispatchEvent(new FollowupProblemPickEvent(problem))}
        >
          <span class="severity">${words[severity]}</span>
          <span class="message" lang="en">${message}</span>
          <span class="place">${words.place(line, column)}</span>
        </button>
      </li>
    `;
  }
}

/** Errors first: they are what keeps the graph from playing. Else in the order of the text. */
function sorted(problems: readonly LocatedProblem[]): readonly LocatedProblem[] {
  const rank = ({ severity }: LocatedProblem) => (severity === 'error' ? 0 : 1);
  return [...problems].sort((a, b) => rank(a) - rank(b) || a.from - b.from);
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-problem-list': FollowupProblemListElement;
  }
}
