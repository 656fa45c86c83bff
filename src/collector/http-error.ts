import { FollowupError } from '../domain/error.js';

/** A request that is not answered as was wished. The status and the sentence go to whoever asked. */
export class HttpError extends FollowupError {
  readonly status: number;
  /** When it makes sense to try again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    retryAfterSeconds?: number,
    options?: { readonly cause?: unknown },
  ) {
    super(code, message, options);
    this.name = 'HttpError';
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What Fastify found wrong before a route was asked, by its codes. */
const FASTIFY_CODES: Readonly<Record<string, HttpError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new HttpError(
    413,
    'too-large',
    'The body is larger than 262,144 bytes. Send fewer reactions at a time.',
  ),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new HttpError(
    415,
    'wrong-type',
    'The body is neither application/json nor text/plain. Send a batch as JSON under one of these.',
  ),
  FST_ERR_CTP_EMPTY_JSON_BODY: new HttpError(400, 'not-json', 'The body is empty. Send a batch as JSON.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new HttpError(
    400,
    'bad-request',
    'The body is not as long as its Content-Length says.',
  ),
  FST_ERR_BAD_URL: new HttpError(400, 'bad-request', 'The address cannot be read. Check its percent signs.'),
};

/** Turns whatever was thrown into what may be told. Of a fault of our own nothing is told but that there was one. */
export function toHttpError(thrown: unknown): HttpError {
  if (thrown instanceof HttpError) return thrown;
  if (thrown instanceof FollowupError && (thrown.code === 'store-failed' || thrown.code === 'audit-failed')) {
    return new HttpError(503, thrown.code, thrown.message, 5);
  }
  const { code, statusCode } = (thrown ?? {}) as { readonly code?: unknown; readonly statusCode?: unknown };
  const known = typeof code === 'string' && Object.hasOwn(FASTIFY_CODES, code) ? FASTIFY_CODES[code] : undefined;
  if (known) return known;
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new HttpError(statusCode, 'bad-request', 'The request cannot be understood as it is.');
  }
  return new HttpError(500, 'fault', 'Something went wrong in the collector. Its log says what. Try again later.');
}
