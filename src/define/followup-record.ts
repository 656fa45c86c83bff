import { FollowupRecordElement } from '../elements/followup-record.js';
import { define } from './define.js';

define('followup-record', FollowupRecordElement);
