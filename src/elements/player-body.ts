/** All of the player that is not its shell, apart from the tags: fetched while the first clip begins to load. */
export { checkDocument } from '../runtime/check-document.js';
export { openSession } from '../runtime/open-session.js';
