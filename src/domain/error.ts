/** A program's mistake or a fault of the world. Switch on `code`, never on the words. */
export class FollowupError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'FollowupError';
    this.code = code;
  }
}
