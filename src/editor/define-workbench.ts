import '../define/followup-player.js';
import './define-graph-editor.js';

import { define } from '../define/define.js';
import { FollowupWorkbenchElement } from './followup-workbench.js';

define('followup-workbench', FollowupWorkbenchElement);
