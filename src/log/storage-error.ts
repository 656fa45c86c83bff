import { FollowupError } from '../domain/error.js';

const nameOf = (cause: unknown): string => (cause instanceof Error || cause instanceof DOMException ? cause.name : '');

/** Says in our own words what the browser refused. A full disk is told apart, as something can be done about it. */
export function toStorageError(cause: unknown): FollowupError {
  if (cause instanceof FollowupError) return cause;
  switch (nameOf(cause)) {
    case 'QuotaExceededError':
      return new FollowupError('storage-full', 'The browser has no room left for the log. Free some disk space.', {
        cause,
      });
    case 'VersionError':
      return new FollowupError(
        'storage-refused',
        'The log in this browser was made by a newer version of this player. Load the same version on every page.',
        { cause },
      );
    default:
      return new FollowupError(
        'storage-refused',
        'The browser refuses to store the log (private mode, blocked site data or a third-party frame). Allow site data for this page.',
        { cause },
      );
  }
}

/** Rejects when the work takes longer than that. Some browsers let a database request hang for ever. */
export async function withinTime<T>(work: Promise<T>, timeoutMs: number, error: () => FollowupError): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(error()), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
