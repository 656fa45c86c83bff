/** The player's class without registering its tag, for pages that choose the moment, or the name, themselves. */
export { FollowupPlayerElement } from './define/player-class.js';
export * from './elements/events.js';
export type { PageViewer } from './runtime/player-session.js';
