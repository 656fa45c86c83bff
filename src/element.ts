/** The player's class without registering its tag, for pages that choose the moment, or the name, themselves. */
export * from './elements/events.js';
export { FollowupPlayerElement } from './elements/followup-player.js';
export type { PageViewer } from './runtime/player-session.js';
