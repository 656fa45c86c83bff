import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import type { Graph } from '../domain/graph.js';
import { RECORDING_CHOICES, type Reaction, type RecordingChoice } from '../domain/reaction.js';
import { readDeletionCode, showDeletionCode, type DeletionCode } from '../domain/withdrawal.js';
import { ownRecordToJson } from '../runtime/own-record-file.js';
import type { WayPoint } from '../runtime/player-view.js';
import type { OwnRecord, RecordDesk, RecordedViewing } from '../runtime/record-desk.js';
import { saveFile } from '../runtime/save-file.js';
import { FollowupElement } from './followup-element.js';
import { styles } from './followup-record.styles.js';
import { renderPanelHead } from './panel-frame.js';
import { recordSentences, type RecordSentences } from './record-sentences.js';
import { recordWordsIn, type RecordWords } from './record-words.js';
import { FollowupPanelEvent } from './wishes.js';

type Said = Extract<Reaction, { type: 'answered' | 'answer-changed' | 'skipped' | 'asked' }>;

/**
 * The viewer's own panel: what is recorded of them, and every way to change it or take it back.
 *
 * @tag followup-record
 * @csspart record - The whole panel.
 * @csspart field - Where a code is written.
 * @csspart close-button - The button that closes it.
 */
export class FollowupRecordElement extends FollowupElement {
  static override styles: CSSResultGroup = styles;

  /** What can be done. Nothing is drawn until it is set. */
  @property({ attribute: false }) desk: RecordDesk | undefined;

  /** Whose words the record is told in. */
  @property({ attribute: false }) graph: Graph | undefined;

  /** The way taken, to which an answer can be gone back. */
  @property({ attribute: false }) way: readonly WayPoint[] = [];

  /** The viewer's name, if the page passed one. Without it, recording by name is not offered. */
  @property({ attribute: 'viewer-name' }) viewerName: string | undefined;

  @state() private record: OwnRecord | undefined;
  @state() private told = '';
  @state() private error = '';
  @state() private typed = '';
  /** What was typed is no code. */
  @state() private misread = false;

  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk')) this.#listen();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { graph, record, words } = this;
    if (!graph) return nothing;
    return html`
      <section part="record" aria-labelledby="title">
        ${renderPanelHead(words.record, words.close, () => this.#close())}
        ${record ? this.#renderRecord(record, recordSentences(graph, this.#words), graph) : nothing}
      </section>
    `;
  }

  #renderRecord(record: OwnRecord, sentences: RecordSentences, graph: Graph): TemplateResult {
    const { removed, waiting, refused } = this.#words;
    const told = this.told === removed && record.waiting > 0 ? waiting : this.told;
    const error = this.error || (record.refusals.length > 0 ? refused(graph.notice.contact) : nothing);
    return html`
      ${this.#renderChoice(record)}
      <p class="told" role="status">${told}</p>
      <p class="error" role="alert">${error}</p>
      ${this.#renderAnswers(record, sentences)} ${this.#renderCodes(record.viewings)} ${this.#renderOther()}
    `;
  }

  /** Before the notice was answered there is nothing to change yet. */
  #renderChoice({ choice }: OwnRecord): TemplateResult | typeof nothing {
    if (!choice) return nothing;
    const words = this.#words;
    const others = RECORDING_CHOICES.filter((one) => one !== choice && (one !== 'named' || this.viewerName));
    return html`
      <p>${words.standing[choice]}</p>
      <div class="actions">
        ${others.map(
          (one) =>
            html`<button type="button" @click=${() => this.#change(one)} aria-describedby="hint-${one}">
              ${words.change[one]}
            </button>`,
        )}
      </div>
      ${others.map((one) =>
        one === 'unnamed' && choice !== 'named'
          ? nothing
          : html`<p class="muted" id="hint-${one}">${words.changeHint[one]}</p>`,
      )}
    `;
  }

  #renderAnswers({ viewings }: OwnRecord, sentences: RecordSentences): TemplateResult {
    const words = this.#words;
    const reactions = viewings.flatMap((viewing) => viewing.reactions);
    const said = viewings.flatMap((viewing) => latestSaid(viewing).map((reaction) => ({ viewing, reaction })));
    if (reactions.length === 0) return html`<p class="part">${words.nothing}</p>`;
    return html`
      <div class="part">
        <h3>${words.answers}</h3>
        ${
          said.length > 0
            ? html`<ul class="answers" role="list">
                ${said.map(({ viewing, reaction }) => this.#renderAnswer(viewing, reaction, sentences))}
              </ul>`
            : html`<p class="muted">${words.withdrawn}</p>`
        }
        <details>
          <summary>${words.entries(reactions.length)}</summary>
          <ol role="list">
            ${reactions.map((reaction) => this.#renderEntry(reaction, sentences))}
          </ol>
        </details>
        <div class="actions">
          <button type="button" @click=${this.#download}>${words.download}</button>
          <button type="button" @click=${this.#removeAll}>${words.removeAll}</button>
        </div>
        <p class="muted">${words.removeAllHint}</p>
      </div>
    `;
  }

  #renderAnswer(viewing: RecordedViewing, reaction: Said, sentences: RecordSentences): TemplateResult {
    const words = this.#words;
    const prompt = reaction.type === 'asked' ? words.askedCompany : sentences.prompt(reaction.question);
    const visit = viewing.current && reaction.type !== 'asked' ? this.#visitOf(reaction.scene) : undefined;
    return html`
      <li>
        <p class="muted">${prompt}</p>
        <p>${sentences.answer(reaction)}</p>
        ${this.#renderSignals(reaction, sentences)}
        <div class="deeds">
          ${
            visit === undefined
              ? nothing
              : html`<button
                  type="button"
                  class="quiet"
                  aria-label=${words.changeAnswerTo(prompt)}
                  @click=${() => this.#goBack(visit)}
                >
                  ${words.changeAnswer}
                </button>`
          }
          <button
            type="button"
            class="quiet"
            aria-label=${words.removeAnswer(prompt)}
            @click=${() => this.#remove(viewing, reaction)}
          >
            ${words.remove}
          </button>
        </div>
      </li>
    `;
  }

  #renderSignals(reaction: Reaction, sentences: RecordSentences): TemplateResult | typeof nothing {
    const signals = sentences.signals(reaction);
    return signals === undefined ? nothing : html`<p class="muted">${signals}</p>`;
  }

  #renderEntry(reaction: Reaction, sentences: RecordSentences): TemplateResult {
    return html`
      <li>
        <time class="muted" datetime=${reaction.at}>${this.#when(reaction.at)}</time>
        ${sentences.entry(reaction)} ${this.#renderSignals(reaction, sentences)}
      </li>
    `;
  }

  #renderCodes(viewings: readonly RecordedViewing[]): TemplateResult | typeof nothing {
    const words = this.#words;
    const coded = viewings.flatMap(({ code, reactions: [first] }) => (code ? [{ code, at: first?.at }] : []));
    if (coded.length === 0) return nothing;
    return html`
      <div class="part">
        <h3>${words.codeTitle}</h3>
        <p class="muted">${words.codeHint}</p>
        <ul class="codes" role="list">
          ${coded.map(
            ({ code, at }) => html`
              <li>
                ${coded.length > 1 && at ? html`<p class="muted">${words.codeOf(this.#when(at))}</p>` : nothing}
                <p class="code">
                  <code>${showDeletionCode(code)}</code>
                  <button type="button" @click=${() => this.#copy(code)}>${words.copy}</button>
                </p>
              </li>
            `,
          )}
        </ul>
      </div>
    `;
  }

  #renderOther(): TemplateResult {
    const words = this.#words;
    return html`
      <details class="part">
        <summary>${words.otherTitle}</summary>
        <form novalidate @submit=${this.#removeOther}>
          <p class="muted">${words.otherHint}</p>
          <div class="other">
            <label class="field">
              <span class="muted">${words.otherField}</span>
              <input
                part="field"
                type="text"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                maxlength="60"
                aria-describedby="misread"
                aria-invalid=${this.misread ? 'true' : 'false'}
                .value=${live(this.typed)}
                @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
              />
            </label>
            <button type="submit">${words.otherRemove}</button>
          </div>
          <p class="error" id="misread" role="alert">${this.misread ? words.otherInvalid : nothing}</p>
        </form>
      </details>
    `;
  }

  get #words(): RecordWords {
    return recordWordsIn(this.language);
  }

  #when(at: string): string {
    return new Intl.DateTimeFormat(this.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
  }

  #visitOf(scene: string): number | undefined {
    return this.way.findLast((point) => point.scene === scene)?.visit;
  }

  #listen(): void {
    this.#stopListening?.();
    this.#stopListening = this.isConnected ? this.desk?.listen(() => void this.#read()) : undefined;
    if (this.isConnected) void this.#read();
  }

  async #read(): Promise<void> {
    this.record = await this.desk?.read();
  }

  /** Does it, says what came of it, and shows the record as it is now. The heading takes the focus of what is gone. */
  async #carryOut(work: (desk: RecordDesk) => Promise<void>, done: string): Promise<void> {
    if (!this.desk) return;
    this.error = '';
    try {
      await work(this.desk);
      this.told = done;
    } catch {
      // The page was told of the disk already. The viewer is told that it is not gone.
      this.error = this.#words.failed;
    }
    await this.#read();
    await this.updateComplete;
    this.focus();
  }

  #change(choice: RecordingChoice): void {
    void this.#carryOut((desk) => desk.change(choice), this.#words.changed);
  }

  #remove(viewing: RecordedViewing, reaction: Said): void {
    void this.#carryOut((desk) => desk.remove(allSaid(viewing, reaction)), this.#words.removed);
  }

  #removeAll = (): void => {
    void this.#carryOut((desk) => desk.removeAll(), this.#words.removed);
  };

  #removeOther = (event: SubmitEvent): void => {
    event.preventDefault();
    const code = readDeletionCode(this.typed);
    this.misread = !code;
    if (!code) return;
    this.typed = '';
    void this.#carryOut((desk) => desk.removeByCode(code), this.#words.removed);
  };

  #download = (): void => {
    const { graph, record } = this;
    if (!graph || !record) return;
    const content = new Blob([ownRecordToJson(graph.id, record)], { type: 'application/json' });
    saveFile(`${graph.id}-my-record.json`, content);
  };

  async #copy(code: DeletionCode): Promise<void> {
    try {
      await navigator.clipboard.writeText(showDeletionCode(code));
      this.told = this.#words.copied;
    } catch {
      // Not allowed here: the code stands there to be marked and copied by hand.
    }
  }

  #goBack(visit: number): void {
    this.#close();
    this.wish((commands) => commands.goBack(visit));
  }

  #close(): void {
    this.dispatchEvent(new FollowupPanelEvent(undefined));
  }
}

const isSaid = (reaction: Reaction): reaction is Said =>
  ['answered', 'answer-changed', 'skipped', 'asked'].includes(reaction.type);

/** What stands: of each question the latest answer, and every question to the company. */
function latestSaid({ reactions }: RecordedViewing): readonly Said[] {
  const said = reactions.filter(isSaid);
  return said.filter(
    (one) => one.type === 'asked' || said.findLast((other) => isAnswerTo(one.question, other))?.id === one.id,
  );
}

/** All that was ever answered to the same question: an earlier answer must not come back in the place of the latest. */
function allSaid({ reactions }: RecordedViewing, said: Said): readonly Reaction[] {
  return said.type === 'asked' ? [said] : reactions.filter((one) => isAnswerTo(said.question, one));
}

const isAnswerTo = (question: string, reaction: Reaction): boolean =>
  'question' in reaction && reaction.question === question && isSaid(reaction);

declare global {
  interface HTMLElementTagNameMap {
    'followup-record': FollowupRecordElement;
  }
}
