import type { PlayerCommands } from '../runtime/player-view.js';

/**
 * What a viewer wants done, said by the part they pressed. It ends at the shadow root that the part stands in,
 * so a page never hears it; pages hear the events of `events.ts` once it was really done.
 */
export class FollowupWishEvent extends Event {
  readonly carryOut: (commands: PlayerCommands) => void;

  constructor(carryOut: (commands: PlayerCommands) => void) {
    super('followup-wish', { bubbles: true });
    this.carryOut = carryOut;
  }
}

/** What can be laid open beside the video. */
export type Panel = 'way' | 'ask' | 'record';

/** The viewer opens a panel, or closes the one that is open. */
export class FollowupPanelEvent extends Event {
  readonly panel: Panel | undefined;

  constructor(panel: Panel | undefined) {
    super('followup-panel', { bubbles: true });
    this.panel = panel;
  }
}

/** The viewer wants the player to fill the screen, or no longer. */
export class FollowupFullscreenEvent extends Event {
  constructor() {
    super('followup-fullscreen', { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'followup-wish': FollowupWishEvent;
    'followup-panel': FollowupPanelEvent;
    'followup-fullscreen': FollowupFullscreenEvent;
  }
}
