import { define } from './define.js';
import { FollowupPlayerElement } from './player-class.js';

define('followup-player', FollowupPlayerElement);
