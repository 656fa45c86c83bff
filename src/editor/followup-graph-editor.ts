import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { readGraphText } from '../authoring/graph-text.js';
import { pickLanguage, type Language } from '../elements/language.js';
import { root, tokens } from '../elements/tokens.styles.js';
import { buttons } from './button.styles.js';
import { openCodeView, type CodeView } from './code-view.js';
import { DraftDesk } from './draft-desk.js';
import type { Draft, DraftKeeper } from './draft-keeper.js';
import { FollowupGraphChangeEvent, type FollowupProblemPickEvent } from './events.js';
import { styles } from './followup-graph-editor.styles.js';
import { formatJson } from './format-json.js';
import { graphSchema } from './graph-schema.js';
import { localDraftKeeper } from './local-draft-keeper.js';
import { editorMessagesIn, type EditorMessages } from './messages.js';

/** A draft of this length is kept with every key, a longer one with every pause. In UTF-16 code units. */
const QUICKLY_KEPT = 200_000;

/** What came of reading a text. */
export type GraphReading = ReturnType<typeof readGraphText>;

/**
 * Edits a graph as text, and says what is wrong with it while it is written.
 *
 * @tag followup-graph-editor
 * @fires {FollowupGraphChangeEvent} followup-graph-change - The author changed the text, paused, and it was read.
 * @csspart toolbar - The buttons over the code.
 * @csspart code - The code.
 * @cssprop [--followup-editor-height=32rem] - How high the code is at first.
 */
export class FollowupGraphEditorElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, root, buttons, styles];

  /** The text being edited. Setting it opens another document, which cannot be undone and fires nothing. */
  @property({ attribute: false })
  get text(): string {
    return this.#code?.text ?? this.#text;
  }

  set text(text: string) {
    this.#text = text;
    if (this.#code && this.#code.text !== text) this.#code.replaceText(text, 'silently');
  }

  /** Names the document that drafts are kept of. Without a name none are kept. */
  @property({ attribute: 'draft-key' }) draftKey = '';

  /** Where drafts are kept: in this browser, unless the page knows better. */
  @property({ attribute: false }) drafts: DraftKeeper = localDraftKeeper();

  /** Light or dark colours, or those of the page: `auto` follows its `color-scheme`. */
  @property({ reflect: true, useDefault: true }) appearance: 'light' | 'dark' | 'auto' = 'auto';

  @state() private desk: DraftDesk | undefined;

  /** As of the last pause: a long text is not read with every key. */
  @state() private problems: GraphReading['problems'] = [];

  @query('.code') private readonly place!: HTMLElement; // Drawn unconditionally, so there after the first update.

  /** While there is no code view, which else has the text. */
  #text = '';
  #code: CodeView | undefined;
  #reading: { readonly text: string; readonly result: GraphReading } | undefined;
  #isUnread = false;

  /** What the text says: the graph, if it can be played, and all its problems. */
  get reading(): GraphReading {
    return this.#read(this.text);
  }

  /** Says that the author has put the text somewhere safe, so that no draft is needed. */
  settleDraft(): void {
    this.desk?.settle();
    this.requestUpdate();
  }

  override focus(): void {
    this.#code?.goTo(0, 0);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#openCode();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#text = this.text;
    this.#code?.destroy();
    this.#code = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.problems = this.reading.problems;
    if (changed.has('text') || changed.has('draftKey') || changed.has('drafts')) this.#openDesk();
  }

  protected override firstUpdated(): void {
    this.#openCode();
  }

  protected override updated(): void {
    this.#code?.speak({ label: this.#words.code, describedBy: 'keys', phrases: this.#words.phrases });
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    return html`
      <div class="frame" lang=${this.#language}>
        ${this.#renderDrafts(words)}
        <div part="toolbar" class="toolbar" role="group" aria-label=${words.toolbar}>
          <button type="button" @click=${() => this.#format()}>${words.format}</button>
          <button type="button" @click=${() => this.#code?.undo()}>${words.undo}</button>
          <button type="button" @click=${() => this.#code?.redo()}>${words.redo}</button>
          ${this.#renderKept(words)}
        </div>
        <div part="code" class="code"></div>
        <p id="keys" class="keys">${words.keys}</p>
        <followup-problem-list
          .problems=${this.problems}
          .language=${this.#language}
          @followup-problem-pick=${({ problem }: FollowupProblemPickEvent) => this.#code?.goTo(problem.from, problem.to)}
        ></followup-problem-list>
      </div>
    `;
  }

  #renderDrafts(words: EditorMessages): TemplateResult | typeof nothing {
    const drafts = this.desk?.waiting ?? [];
    if (!drafts.length) return nothing;
    return html`
      <section class="drafts" aria-labelledby="drafts-title">
        <p><strong id="drafts-title">${words.drafts}</strong> ${words.draftsLead}</p>
        <ul>
          ${drafts.map((draft) => this.#renderDraft(draft, words))}
        </ul>
      </section>
    `;
  }

  #renderDraft(draft: Draft, words: EditorMessages): TemplateResult {
    const label = words.draftOf(draft.savedAt, draft.text.length);
    return html`
      <li>
        <span>${label}</span>
        <button type="button" aria-label="${words.restore}: ${label}" @click=${() => this.#restore(draft)}>
          ${words.restore}
        </button>
        <button type="button" aria-label="${words.discard}: ${label}" @click=${() => this.#discard(draft)}>
          ${words.discard}
        </button>
      </li>
    `;
  }

  #renderKept(words: EditorMessages): TemplateResult | typeof nothing {
    const kept = this.desk?.kept ?? 'nothing';
    if (kept === 'nothing') return nothing;
    return html`<span class="kept">${kept === 'kept' ? words.draftKept : words.draftRefused}</span>`;
  }

  get #language(): Language {
    return pickLanguage(this.closest('[lang]')?.getAttribute('lang'), this.ownerDocument.documentElement.lang);
  }

  get #words(): EditorMessages {
    return editorMessagesIn(this.#language);
  }

  #openCode(): void {
    this.#code = openCodeView({
      parent: this.place,
      root: this.renderRoot as ShadowRoot, // Lit's own type also allows light DOM, which this element does not use.
      text: this.text,
      schema: graphSchema,
      read: (text) => this.#tell(text),
      edited: (length) => this.#edited(length),
    });
  }

  #openDesk(): void {
    const sitting = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
    this.desk = this.draftKey ? new DraftDesk(this.drafts, this.draftKey, sitting, this.text) : undefined;
  }

  #read(text: string): GraphReading {
    if (this.#reading?.text !== text) this.#reading = { text, result: readGraphText(text) };
    return this.#reading.result;
  }

  /** With every key, so it must be quick however long the text. */
  #edited(length: number): void {
    this.#isUnread = true;
    if (length <= QUICKLY_KEPT) this.#keepDraft();
  }

  /** Called by the code view once the author pauses. */
  #tell(text: string): GraphReading['problems'] {
    const { graph, problems } = this.#read(text);
    if (this.#isUnread) {
      this.#isUnread = false;
      this.problems = problems;
      this.#keepDraft();
      this.dispatchEvent(new FollowupGraphChangeEvent(text, graph, problems));
    }
    return problems;
  }

  #keepDraft(): void {
    const before = this.desk?.kept;
    this.desk?.note(this.text);
    if (this.desk?.kept !== before) this.requestUpdate();
  }

  #format(): void {
    const text = this.#code?.text ?? '';
    const formatted = formatJson(text);
    if (formatted !== text) this.#code?.replaceText(formatted, 'as-edit');
  }

  #restore(draft: Draft): void {
    this.#code?.replaceText(draft.text, 'as-edit');
    this.desk?.remove(draft.sitting);
    this.#code?.goTo(0, 0);
    this.requestUpdate();
  }

  #discard(draft: Draft): void {
    this.desk?.remove(draft.sitting);
    this.#code?.goTo(0, 0);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-graph-editor': FollowupGraphEditorElement;
  }
}
