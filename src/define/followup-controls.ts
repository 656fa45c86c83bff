import { FollowupControlsElement } from '../elements/followup-controls.js';
import { define } from './define.js';

define('followup-controls', FollowupControlsElement);
