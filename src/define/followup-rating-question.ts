import { FollowupRatingQuestionElement } from '../elements/followup-rating-question.js';
import { define } from './define.js';

define('followup-rating-question', FollowupRatingQuestionElement);
