import { FollowupEndingElement } from '../elements/followup-ending.js';
import { define } from './define.js';

define('followup-ending', FollowupEndingElement);
