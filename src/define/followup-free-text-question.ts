import { FollowupFreeTextQuestionElement } from '../elements/followup-free-text-question.js';
import { define } from './define.js';

define('followup-free-text-question', FollowupFreeTextQuestionElement);
