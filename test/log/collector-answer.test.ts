import { describe, expect, it } from 'vitest';

import { readAnswer, readRetryAfter } from '../../src/log/collector-answer.js';
import { aReaction, anIdentity, id, viewing } from './reactions.js';

const batch = { format: 1, reactions: [aReaction(1), aReaction(2)], identities: [anIdentity(1)] } as const;
const receipt = { stored: [id(1)], known: [id(2)], refused: [], identities: [viewing(1)] };
const sentence = { error: 'too-big', message: 'Send less at a time.' };
const read = (status: number, body: unknown, retryAfter: string | null = null) =>
  readAnswer({ status, body: typeof body === 'string' ? body : JSON.stringify(body), retryAfter }, batch, 0);

describe('readAnswer', () => {
  it.each([200, 201, 202])('takes a receipt with %i', (status) => {
    expect(read(status, receipt)).toEqual({ type: 'acknowledged', receipt });
  });

  it('takes 409 without a receipt as: all of it is known', () => {
    expect(read(409, '')).toEqual({
      type: 'acknowledged',
      receipt: { stored: [], known: [id(1), id(2)], refused: [], identities: [viewing(1)], codes: [] },
    });
  });

  it.each([
    ['nothing', 204, ''],
    ['a sign-in page of a hotel', 200, '<html>Welcome to our Wi-Fi</html>'],
    ['half a receipt', 200, '{"stored":["'],
    ['a receipt of another shape', 200, { stored: 'all', known: [], refused: [], identities: [] }],
    ['a number', 200, '17'],
    ['null', 200, 'null'],
  ])('acknowledges nothing for %s', (_, status, body) => {
    expect(read(status, body)).toEqual({ type: 'postponed', reason: `The answer ${status} is no receipt.` });
  });

  it.each([400, 413, 422])("refuses with the collector's own sentence at %i", (status) => {
    expect(read(status, sentence)).toEqual({ type: 'refused', status, reason: 'Send less at a time.' });
  });

  it.each([400, 422])('throws nothing away at a %i that another server answers', (status) => {
    expect(read(status, '<h1>Bad Request</h1>')).toEqual({
      type: 'postponed',
      reason: `The collector answered ${status}.`,
      afterMs: 300_000,
    });
  });

  it('believes a proxy that says too big', () => {
    expect(read(413, '<h1>413</h1>')).toEqual({ type: 'refused', status: 413, reason: 'The collector answered 413.' });
  });

  it.each([401, 403, 404, 405, 410])('waits five minutes at %i, as a person has to change something', (status) => {
    expect(read(status, { error: 'x', message: 'This page may not send.' })).toEqual({
      type: 'postponed',
      reason: 'This page may not send.',
      afterMs: 300_000,
    });
  });

  it.each([408, 425, 429, 500, 502, 503, 504])('tries again at %i', (status) => {
    expect(read(status, '')).toEqual({ type: 'postponed', reason: `The collector answered ${status}.` });
  });

  it.each([429, 503, 404])('keeps Retry-After at %i', (status) => {
    expect(read(status, '', '120')).toEqual({
      type: 'postponed',
      reason: `The collector answered ${status}.`,
      afterMs: 120_000,
    });
  });
});

describe('readRetryAfter', () => {
  const now = Date.UTC(2026, 10, 21, 9, 0, 0);

  it.each([
    ['7', 7_000],
    [' 7 ', 7_000],
    ['0', 0],
    ['Sat, 21 Nov 2026 09:01:30 GMT', 90_000],
    ['Sat, 21 Nov 2026 08:00:00 GMT', 0],
    ['99999999999999999999', 3_600_000],
    ['Fri, 01 Jan 2100 00:00:00 GMT', 3_600_000],
  ])('reads %s', (value, ms) => {
    expect(readRetryAfter(value, now)).toBe(ms);
  });

  it.each([null, '', ' ', 'soon', '-5x'])('makes nothing of %s', (value) => {
    expect(readRetryAfter(value, now)).toBe(undefined);
  });
});
