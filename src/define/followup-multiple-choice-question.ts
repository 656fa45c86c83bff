import { FollowupMultipleChoiceQuestionElement } from '../elements/followup-multiple-choice-question.js';
import { define } from './define.js';

define('followup-multiple-choice-question', FollowupMultipleChoiceQuestionElement);
