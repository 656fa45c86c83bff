import { FollowupPlayerElement } from '../elements/followup-player.js';
import { define } from './define.js';
import './followup-stage.js';

define('followup-player', FollowupPlayerElement);
