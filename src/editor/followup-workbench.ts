import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { readGraphText } from '../authoring/graph-text.js';
import type { Graph } from '../domain/graph.js';
import { isPlayable } from '../domain/problem.js';
import { pickLanguage, type Language } from '../elements/language.js';
import { root, tokens } from '../elements/tokens.styles.js';
import { buttons } from './button.styles.js';
import type { FollowupGraphChangeEvent } from './events.js';
import { EXAMPLES, type Example } from './examples.js';
import type { FollowupGraphEditorElement } from './followup-graph-editor.js';
import { styles } from './followup-workbench.styles.js';
import { editorMessagesIn, type EditorMessages } from './messages.js';
import { readTextFile, saveTextFile } from './text-file.js';

/**
 * A graph's text beside the player that plays it. The player follows every edit that can be played, at the place where
 * the viewing stands; text that cannot be played leaves it with the last that could.
 *
 * @tag followup-workbench
 * @fires {FollowupGraphChangeEvent} followup-graph-change - The author changed the text, paused, and it was read.
 * @csspart toolbar - What opens and saves.
 * @csspart preview - The player and what stands over it.
 */
export class FollowupWorkbenchElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, root, buttons, styles];

  /** The text to begin with. */
  @property({ attribute: false }) text = '';

  /** What relative addresses in the text are relative to. The page's own address when empty. */
  @property() base = '';

  /** Further graphs to start from, before those that come with the editor. */
  @property({ attribute: false }) examples: readonly Example[] = [];

  /** Names the document that drafts are kept of. Without a name none are kept. */
  @property({ attribute: 'draft-key' }) draftKey = '';

  /** Light or dark colours, or those of the page: `auto` follows its `color-scheme`. */
  @property({ reflect: true, useDefault: true }) appearance: 'light' | 'dark' | 'auto' = 'auto';

  /** The last graph that could be played. */
  @state() private graph: Graph | undefined;
  @state() private isBehind = false;
  @state() private told = '';

  @query('followup-graph-editor') private readonly editor!: FollowupGraphEditorElement; // Always drawn.
  @query('input[type=file]') private readonly picker!: HTMLInputElement; // Always drawn.

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.#show(readGraphText(this.text));
  }

  protected override render(): TemplateResult {
    const words = editorMessagesIn(this.#language);
    return html`
      <div class="bench" lang=${this.#language}>
        ${this.#renderToolbar(words)}
        <div class="sides">
          <followup-graph-editor
            .text=${this.text}
            draft-key=${this.draftKey}
            @followup-graph-change=${(event: FollowupGraphChangeEvent) => this.#show(event)}
          ></followup-graph-editor>
          ${this.#renderPreview(words)}
        </div>
      </div>
    `;
  }

  #renderToolbar(words: EditorMessages): TemplateResult {
    return html`
      <div part="toolbar" class="toolbar" role="group" aria-label=${words.workbench}>
        <select aria-label=${words.examples} @change=${(event: Event) => this.#startFrom(event)}>
          <option value="">${words.pickExample}</option>
          ${this.#allExamples.map(({ name }, index) => html`<option value=${index}>${name}</option>`)}
        </select>
        <button type="button" @click=${() => this.picker.click()}>${words.openFile}</button>
        <input type="file" hidden accept=".json,application/json" @change=${() => void this.#openFile(words)} />
        <button type="button" @click=${() => this.#saveFile()}>${words.saveFile}</button>
        <button type="button" @click=${() => void this.#copy(words)}>${words.copy}</button>
        <span class="told" role="status">${this.told}</span>
      </div>
    `;
  }

  #renderPreview(words: EditorMessages): TemplateResult {
    return html`
      <section part="preview" class="preview" aria-labelledby="preview-title">
        <p class="title" id="preview-title">${words.preview}</p>
        ${
          this.graph
            ? html`<followup-player
                lang=${this.graph.language}
                base=${this.base}
                .graph=${this.graph}
              ></followup-player>`
            : html`<p class="empty">${words.nothingToPlay}</p>`
        }
        <p class="behind" role="status">${this.isBehind && this.graph ? words.lastGood : nothing}</p>
      </section>
    `;
  }

  get #language(): Language {
    return pickLanguage(this.closest('[lang]')?.getAttribute('lang'), this.ownerDocument.documentElement.lang);
  }

  get #allExamples(): readonly Example[] {
    return [...this.examples, ...EXAMPLES[this.#language]];
  }

  #show({ graph, problems }: Pick<FollowupGraphChangeEvent, 'graph' | 'problems'>): void {
    this.isBehind = !isPlayable(problems);
    if (graph) this.graph = graph;
  }

  #startFrom(event: Event): void {
    const select = event.target as HTMLSelectElement; // The listener stands on the select itself.
    const example = select.value === '' ? undefined : this.#allExamples[Number(select.value)];
    select.value = '';
    if (example) this.#open(example.text, example.base);
  }

  #open(text: string, base = ''): void {
    this.base = base;
    this.told = '';
    this.text = text;
    // Also where it is the very text that the bench began with, and the author has changed it since.
    this.editor.text = text;
    this.#show(readGraphText(text));
  }

  async #openFile(words: EditorMessages): Promise<void> {
    const file = this.picker.files?.[0];
    // Emptied, or picking the same file once more would tell nothing.
    const text = file && (await readTextFile(file));
    this.picker.value = '';
    if (text !== undefined) this.#open(text);
    else if (file) this.told = words.fileUnreadable;
  }

  #saveFile(): void {
    const { text, reading } = this.editor;
    saveTextFile(`${reading.graph?.id ?? 'graph'}.json`, text);
    this.editor.settleDraft();
  }

  async #copy(words: EditorMessages): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.editor.text);
      this.told = words.copied;
    } catch {
      // Refused, or no secure page: the author is told another way.
      this.told = words.copyRefused;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-workbench': FollowupWorkbenchElement;
  }
}
