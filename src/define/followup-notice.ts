import { FollowupNoticeElement } from '../elements/followup-notice.js';
import { define } from './define.js';

define('followup-notice', FollowupNoticeElement);
