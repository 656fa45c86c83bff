import type { LitElement, ReactiveController } from 'lit';

import type { PlayerView } from '../runtime/player-view.js';
import { leadKeyOf, leadOf, visitOf, type Lead } from './lead.js';
import type { Messages } from './messages.js';

/**
 * Takes the focus along when what the viewer attends to changes, and puts it into words for those who don't see it.
 *
 * Focus moves only if it was in the player already, or nowhere: someone who is writing elsewhere in the page
 * is told of a question and never torn away.
 */
export class LeadController implements ReactiveController {
  #before: PlayerView | undefined;
  #beforeLead: Lead | undefined;
  #next: Lead | undefined;
  #wasInView = false;
  #words = '';
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** What a screen reader is to say now. */
  get announcement(): string {
    return this.#words;
  }

  /** Begins anew: what is shown next is no change. */
  reset(): void {
    this.#before = undefined;
    this.#beforeLead = undefined;
  }

  /** Looks at what is about to be drawn, while what was drawn before still holds the focus. */
  follow(view: PlayerView, words: Messages): void {
    const before = this.#before;
    if (before && leadKeyOf(before) === leadKeyOf(view)) return;
    const lead = leadOf(view, before);
    if (before) {
      const moves = this.#holdsFocus() && !(lead === 'video' && this.#beforeLead === 'video');
      this.#next = moves ? lead : undefined;
      this.#wasInView = isInView(this.#host);
      this.#words = this.#sentenceFor(lead, view, before, words);
    }
    this.#before = view;
    this.#beforeLead = lead;
  }

  hostUpdated(): void {
    const lead = this.#next;
    this.#next = undefined;
    if (lead) void this.#moveTo(lead);
  }

  #holdsFocus(): boolean {
    const { activeElement } = document;
    const inside = this.#host.shadowRoot?.activeElement;
    return Boolean(inside) || !activeElement || activeElement === document.body;
  }

  #sentenceFor(lead: Lead, view: PlayerView, before: PlayerView, words: Messages): string {
    switch (lead) {
      case 'question':
        return words.questionAnnounced(view.question?.prompt ?? '');
      case 'ending':
        return words.ended;
      case 'failure':
        return words.failedTitle;
      case 'video':
      case 'text':
        return visitOf(view) === visitOf(before) ? '' : view.scene.title;
      case 'notice':
        return words.noticeTitle;
    }
  }

  async #moveTo(lead: Lead): Promise<void> {
    const target = this.#host.renderRoot.querySelector<LitElement>(`[data-lead='${lead}']`);
    if (!target) return;
    await target.updateComplete;
    target.focus({ preventScroll: true });
    // On a phone the notice is far taller than the video: what was pressed is gone, and the video lies above the window.
    if (this.#wasInView) (lead === 'video' ? this.#host : target).scrollIntoView({ block: 'nearest' });
  }
}

/** Focuses a part that was asked for. What it takes the place of may be far taller, and leave it above the window. */
export function focusInView(target: HTMLElement): void {
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest' });
}

function isInView(frame: HTMLElement): boolean {
  const { top, bottom } = frame.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
