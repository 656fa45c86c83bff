/** Why a clip cannot be played, as far as it makes a difference to whoever wanted to see it. */
export type ClipFailure =
  /** The server has no such file, or gives it to nobody: trying again is of little use. */
  | 'not-found'
  /** Nobody answered, the server is out of order, or the line broke: it may be back in a moment. */
  | 'network'
  /** It came, and this browser cannot play it. */
  | 'unplayable';
