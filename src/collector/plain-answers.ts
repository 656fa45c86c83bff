import type { Socket } from 'node:net';

import type { ConnectionError } from 'fastify';

/** Go with every answer. */
export const secureHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** Go with every answer that is data: nothing in it may ever run, and nobody on the way keeps it. */
export const dataHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/** Answers what is not even HTTP. There is no request yet, so the answer is written by hand. */
export function answerClientError(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const tooSlow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const [status, words, message] = tooLong
    ? [431, 'Request Header Fields Too Large', 'The headers are longer than 16,384 bytes.']
    : tooSlow
      ? [408, 'Request Timeout', 'The request did not come in time.']
      : [400, 'Bad Request', 'This is not HTTP as it should be.'];
  const body = JSON.stringify({ error: 'bad-request', message });
  socket.end(
    `HTTP/1.1 ${status} ${words}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
