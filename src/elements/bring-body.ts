import { FollowupError } from '../domain/error.js';
import type { checkDocument } from '../runtime/check-document.js';
import type { openSession } from '../runtime/open-session.js';

/** What the player's shell cannot do by itself. */
export interface PlayerBody {
  readonly checkDocument: typeof checkDocument;
  readonly openSession: typeof openSession;
}

let bring = (): Promise<PlayerBody> =>
  Promise.reject(new FollowupError('player-unavailable', 'Import the player from the package, not from a file of it.'));

/** Says where the body comes from. Registering the inner tags is part of it, and that is not for this folder to do. */
export function bringBodyBy(way: () => Promise<PlayerBody>): void {
  bring = way;
}

/** Fetches the body. Asked for twice, it comes once. */
export function bringBody(): Promise<PlayerBody> {
  return bring();
}
