import { FollowupSettingsElement } from '../elements/followup-settings.js';
import { define } from './define.js';

define('followup-settings', FollowupSettingsElement);
