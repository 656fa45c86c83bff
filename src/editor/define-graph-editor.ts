import { define } from '../define/define.js';
import { FollowupGraphEditorElement } from './followup-graph-editor.js';
import { FollowupProblemListElement } from './followup-problem-list.js';

define('followup-problem-list', FollowupProblemListElement);
define('followup-graph-editor', FollowupGraphEditorElement);
