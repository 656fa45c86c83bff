import { FollowupStageElement } from '../elements/followup-stage.js';
import { bringRecordBy } from '../elements/bring-record.js';
import { define } from './define.js';
import './followup-ask.js';
import './followup-controls.js';
import './followup-ending.js';
import './followup-failure.js';
import './followup-free-text-question.js';
import './followup-journey.js';
import './followup-multiple-choice-question.js';
import './followup-notice.js';
import './followup-rating-question.js';
import './followup-settings.js';
import './followup-single-choice-question.js';
import './followup-text-version.js';
import './followup-way.js';

define('followup-stage', FollowupStageElement);
bringRecordBy(() => import('./followup-record.js'));
