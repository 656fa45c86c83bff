import { FollowupJourneyElement } from '../elements/followup-journey.js';
import { define } from './define.js';

define('followup-journey', FollowupJourneyElement);
