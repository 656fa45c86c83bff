import { FollowupTextVersionElement } from '../elements/followup-text-version.js';
import { define } from './define.js';

define('followup-text-version', FollowupTextVersionElement);
