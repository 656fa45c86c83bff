import { FollowupWayElement } from '../elements/followup-way.js';
import { define } from './define.js';

define('followup-way', FollowupWayElement);
