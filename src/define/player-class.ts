/** The player's class, which knows where its inner tags come from, and registers nothing before a player is in use. */
import { bringBodyBy } from '../elements/bring-body.js';

export { FollowupPlayerElement } from '../elements/followup-player.js';

bringBodyBy(() => import('./followup-player-body.js'));
