import { FollowupFailureElement } from '../elements/followup-failure.js';
import { define } from './define.js';

define('followup-failure', FollowupFailureElement);
