import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { PlayerCommands } from '../runtime/player-view.js';
import type { Language } from './language.js';
import { messagesIn, type Messages } from './messages.js';
import { FollowupWishEvent, type Panel } from './wishes.js';

/** What every part of the player has: its words, a way to say what the viewer wants, and one place that takes focus. */
export abstract class FollowupElement extends LitElement {
  /** The language of the player's own words. */
  @property() language: Language = 'ja';

  /** Moves focus to the heading, from where Tab leads on through the part. */
  override focus(options?: FocusOptions): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('[data-focus]');
    if (heading) heading.focus(options);
    else super.focus(options);
  }

  /** Puts the focus back on the button that opened a panel. */
  focusPanelButton(panel: Panel): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-panel='${panel}']`)?.focus();
  }

  protected get words(): Messages {
    return messagesIn(this.language);
  }

  protected wish(carryOut: (commands: PlayerCommands) => void): void {
    const event = new FollowupWishEvent(carryOut);
    this.dispatchEvent(event);
  }
}
