import type { PlayerSession } from '../runtime/player-session.js';

/** How the video stands, as the session tells it. Views know the media only through the session. */
export type MediaFacts = ReturnType<PlayerSession['media']['facts']>;
