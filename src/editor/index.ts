/** The author's tools. Importing this registers their tags, and the player's. */
import './define-workbench.js';

export { FollowupGraphEditorElement, type GraphReading } from './followup-graph-editor.js';
export { FollowupProblemListElement } from './followup-problem-list.js';
export { FollowupWorkbenchElement } from './followup-workbench.js';
export { FollowupGraphChangeEvent } from './events.js';
export type { Draft, DraftKeeper } from './draft-keeper.js';
export { localDraftKeeper } from './local-draft-keeper.js';
export type { Example } from './examples.js';
