import { FollowupSingleChoiceQuestionElement } from '../elements/followup-single-choice-question.js';
import { define } from './define.js';

define('followup-single-choice-question', FollowupSingleChoiceQuestionElement);
