import { FollowupAskElement } from '../elements/followup-ask.js';
import { define } from './define.js';

define('followup-ask', FollowupAskElement);
