/** The inner tags, and what opens a session: one file to fetch. */
import './followup-stage.js';

export { checkDocument, openSession } from '../elements/player-body.js';
