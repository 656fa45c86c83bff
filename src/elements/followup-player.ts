import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { FollowupError } from '../domain/error.js';
import type { Graph } from '../domain/graph.js';
import type { PageViewer, PlayerSession } from '../runtime/player-session.js';
import { eventOf } from './event-of.js';
import { FollowupErrorEvent, FollowupNoticeEvent, FollowupReadyEvent } from './events.js';
import { FIRST_WORDS } from './first-words.js';
import { styles } from './followup-player.styles.js';
import { GraphOpener, type Opened } from './graph-opener.js';
import { pickLanguage, type Language } from './language.js';
import { ALL_PARTS } from './parts.js';

/**
 * Plays a branching company introduction: it asks, leads on to the clip that concerns the viewer,
 * and keeps the record that the viewer agreed to.
 *
 * It never throws at its page. What is wrong is told by `followup-error`, and what was last shown well stays.
 * Content inside the tag is shown only until the player is there, or where scripts are off. A `<video>` in it that
 * loads the graph's first clip is taken over as it is: the quickest way to the first picture.
 *
 * @example
 * <followup-player src="graph.json" collector="https://example.com/collector"></followup-player>
 *
 * @tag followup-player
 * @fires {FollowupReadyEvent} followup-ready - A graph was loaded and can be watched.
 * @fires {FollowupNoticeEvent} followup-notice - The viewer answered the notice.
 * @fires {FollowupSceneEvent} followup-scene - A scene was entered.
 * @fires {FollowupQuestionEvent} followup-question - A question was put to the viewer.
 * @fires {FollowupAnswerEvent} followup-answer - A question was answered, answered otherwise, or left unanswered.
 * @fires {FollowupBackEvent} followup-back - The viewer went back to an earlier scene.
 * @fires {FollowupReplayEvent} followup-replay - The viewer began the scene again.
 * @fires {FollowupAskEvent} followup-ask - The viewer asked the company something.
 * @fires {FollowupEndEvent} followup-end - The viewer reached an ending.
 * @fires {FollowupErrorEvent} followup-error - Something went wrong, with all problems of the graph if it is that.
 *
 * @csspart player - All of it.
 * @csspart video - The box that the video stands in.
 * @csspart panel - Where questions, the notice and the other cards stand.
 * @csspart notice - What is shown before anything is recorded.
 * @csspart terms - The list of who records what.
 * @csspart choice - Each of the equal buttons of the notice.
 * @csspart question - A question as a whole.
 * @csspart prompt - What is asked.
 * @csspart help - The sentence under it.
 * @csspart option - One option of a question, or one step of a rating.
 * @csspart field - Where the viewer writes.
 * @csspart answer-button - The button that answers.
 * @csspart decline-button - The button that leaves a question unanswered.
 * @csspart controls - The bar under the video.
 * @csspart title - The scene's title in it.
 * @csspart seek - The slider of the position.
 * @csspart play-button - The button that plays and pauses.
 * @csspart control-button - Each of the other buttons of the bar.
 * @csspart volume - The slider of the volume.
 * @csspart menu - The menus of speed and captions.
 * @csspart text-version - A scene's text.
 * @csspart go-on-button - The button that leads on from a text.
 * @csspart way - The way taken so far.
 * @csspart ask - Where the viewer asks the company something.
 * @csspart record - What is recorded of the viewer, and the ways to take it back.
 * @csspart send-button - The button that sends it.
 * @csspart close-button - The button that closes a panel.
 * @csspart ending - The card at an ending.
 * @csspart message - The author's words in it.
 * @csspart link - Each of the author's links in it.
 * @csspart again-button - The buttons that begin again.
 * @csspart failure - The card of a clip that could not be played.
 * @csspart retry-button - The button that tries again.
 * @csspart read-button - The button that leads on by text.
 *
 * @cssprop --followup-accent - Colour of what can be pressed and what is chosen.
 * @cssprop --followup-on-accent - Colour of text on the accent.
 * @cssprop --followup-surface - Background.
 * @cssprop --followup-surface-muted - Background of what stands back.
 * @cssprop --followup-text - Colour of the text.
 * @cssprop --followup-text-muted - Colour of text that stands back.
 * @cssprop --followup-border - Colour of lines that part.
 * @cssprop --followup-control-border - Colour of the edges of buttons and fields.
 * @cssprop --followup-danger - Colour of what is missing or went wrong.
 * @cssprop --followup-focus - Colour of the focus ring.
 * @cssprop [--followup-radius=12px] - Roundness of the corners.
 * @cssprop [--followup-gap=1em] - Space between things; all others follow from it.
 * @cssprop --followup-font - Font family.
 */
export class FollowupPlayerElement extends LitElement {
  static override styles: CSSResultGroup = styles;

  /** Address of the graph. */
  @property() src: string | undefined;

  /** Address of the collector. Without one the log stays in this browser. */
  @property() collector: string | undefined;

  /** The graph itself, instead of `src`. Set again, a running viewing keeps its place where that still exists. */
  @property({ attribute: false }) graph: Graph | undefined;

  /** What the addresses in `graph` are relative to. The page's own address when left out. */
  @property() base: string | undefined;

  /** Who the viewer is. The name is sent only if the viewer chooses so; until then it may still be changed. */
  @property({ attribute: false, hasChanged: isOther }) viewer: PageViewer | undefined;

  /**
   * How many video elements there may be, 1 to 6: one on air, the others made ready for what may come next. Each costs
   * about 20 MB of memory. Left out, 3; 5 with 8 GB of memory, and 2 with 2 GB or less. Heeded when a viewing opens.
   */
  @property({ type: Number }) decks: number | null | undefined;

  /**
   * How many bytes may be fetched ahead for what may come after a question, at most 50 000 000. Nothing is made ready
   * with 0. Left out, 3 000 000; 4 000 000 with 8 GB of memory. Heeded when a viewing opens.
   */
  @property({ type: Number, attribute: 'prefetch-bytes' }) prefetchBytes: number | null | undefined;

  /** Light or dark colours, or those of the page: `auto` follows its `color-scheme`. */
  @property({ reflect: true, useDefault: true }) appearance: 'auto' | 'light' | 'dark' = 'auto';

  /** `ja` or `en`. Left out, the language around the element counts, then the graph's. */
  @property() override lang = '';

  @state() private session: PlayerSession | undefined;
  @state() private hasFailed = false;
  /** The first clip's, for as long as there is nothing but it. */
  @state() private picture: HTMLVideoElement | undefined;

  #opener = new GraphOpener(
    (video) => {
      this.picture = video;
    },
    () => this.querySelector<HTMLVideoElement>(':scope > video'),
  );
  #stopListening: (() => void) | undefined;
  #choiceIsTold = false;
  /** The page took the element out, and everything was let go of. */
  #wasLeft = false;

  /** Plays the clip on air, if one is. Browsers may ask for a tap first. */
  play(): void {
    this.session?.commands.play();
  }

  pause(): void {
    this.session?.commands.pause();
  }

  /** The log that this browser keeps for this graph, as a CSV that Excel opens, or as JSON Lines. */
  async exportLog(format: 'csv' | 'jsonl' = 'csv'): Promise<string> {
    if (this.session) return this.session.exportLog(format);
    throw new FollowupError('not-ready', 'The player has no graph yet. Wait for followup-ready, then export the log.');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#wasLeft) return;
    this.#wasLeft = false;
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only moved is connected again at once, and goes on as it was.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  /** Here and not after drawing: on a slow phone the requests would go out later by the time that drawing takes. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const asks = ['src', 'graph', 'base', 'collector'] as const;
    const asksEarly = ['viewer', 'decks', 'prefetchBytes'] as const;
    const isEarly = this.session?.view.choice === undefined;
    const isAsked = asks.some((name) => changed.has(name)) || (isEarly && asksEarly.some((name) => changed.has(name)));
    if (isAsked) void this.#open();
  }

  protected override render(): TemplateResult {
    const language = this.#language;
    return html`
      <div class="root" lang=${language}>
        ${
          this.session
            ? html`<followup-stage
                exportparts=${ALL_PARTS}
                .language=${language}
                .session=${this.session}
                .viewerName=${this.viewer?.name}
              ></followup-stage>`
            : this.#renderWaiting()
        }
      </div>
    `;
  }

  /** Takes the room that the player will take, so that the page does not jump when it is there. */
  #renderWaiting(): TemplateResult {
    const words = FIRST_WORDS[this.#language];
    return html`
      <div class="waiting" part="player">
        ${
          this.picture && !this.hasFailed
            ? html`<div class="picture" part="video">
                ${this.picture}
                <p class="late over" role="status">${words.preparing}</p>
              </div>`
            : html`<div class="sky" role="status">
                ${
                  this.hasFailed
                    ? html`<p class="title">${words.brokenTitle}</p>
                        <p>${words.brokenText}</p>`
                    : html`<p class="late">${this.src || this.graph ? words.preparing : nothing}</p>`
                }
              </div>`
        }
        <div class="ground">
          ${
            this.hasFailed && this.src
              ? html`<button type="button" part="retry-button" @click=${() => void this.#open()}>
                  ${words.retry}
                </button>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  get #language(): Language {
    const around = this.closest('[lang]')?.getAttribute('lang');
    return pickLanguage(this.lang, around, this.session?.view.graph.language);
  }

  async #open(): Promise<void> {
    // What is set outside the page counts once the element is in it again.
    if (this.#wasLeft) return;
    const { src, graph, collector, viewer, decks, prefetchBytes } = this;
    const readiness = { decks, prefetchBytes };
    const base = new URL(this.base ?? '', document.baseURI).href;
    const opened = await this.#opener.open({ src, graph, base, collector, viewer, readiness, session: this.session });
    if (!opened) return;
    if (!this.isConnected) opened.session?.close();
    else this.#take(opened);
  }

  #take({ session, error, problems }: Opened): void {
    this.hasFailed = error !== undefined;
    if (error) this.#tell(new FollowupErrorEvent(error, problems));
    if (!session) return;
    if (session !== this.session) {
      this.#close();
      this.#choiceIsTold = session.view.choice !== undefined;
      this.#stopListening = session.subscribe((happening) => {
        this.#tellChoice(session);
        const event = eventOf(happening);
        if (event) this.#tell(event);
      });
      this.session = session;
      this.picture = undefined;
    }
    this.#tell(new FollowupReadyEvent(session.view.graph, problems));
  }

  #tellChoice({ view: { choice } }: PlayerSession): void {
    if (choice !== undefined && !this.#choiceIsTold) this.#tell(new FollowupNoticeEvent(choice));
    this.#choiceIsTold = choice !== undefined;
  }

  /** Events are listed on the class; the manifest would list each call of dispatchEvent once more, under a wrong name. */
  #tell(event: Event): void {
    this.dispatchEvent(event);
  }

  #leave(): void {
    this.#wasLeft = true;
    this.#opener.abandon();
    this.#close();
  }

  #close(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
    this.session?.close();
    this.session = undefined;
  }
}

/** Frameworks hand over a new object with every render; only what is in it counts. */
function isOther(viewer: unknown, before: unknown): boolean {
  return JSON.stringify(viewer) !== JSON.stringify(before);
}

declare global {
  interface HTMLElementTagNameMap {
    'followup-player': FollowupPlayerElement;
  }
}
