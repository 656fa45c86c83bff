import { describe, expect, it } from 'vitest';

import { aLeaving, anAnswer, aUuid } from './reactions.js';
import { graph, ORIGIN, refusal, useCollector } from './run-collector.js';

const RECRUIT = 'recruit-key';
const OTHER = 'other-key';
const OTHER_ORIGIN = 'https://other.example';

describe('sites', () => {
  const running = useCollector({
    origins: ['https://hr.example.jp'],
    sites: [
      { name: 'recruit', key: RECRUIT, origins: [ORIGIN], graphs: ['graph'] },
      { name: 'other', key: OTHER, origins: [OTHER_ORIGIN] },
    ],
  });
  const beacon = (key: string | undefined, origin: string, graphId = 'graph') =>
    running.post(
      JSON.stringify({ format: 1, reactions: [anAnswer('team', { graph: graphId })] }),
      { 'content-type': 'text/plain;charset=UTF-8', origin },
      `/reactions${key === undefined ? '' : `?key=${key}`}`,
    );

  it('are told apart by the key in the address, which a beacon carries too', async () => {
    const response = await beacon(RECRUIT, ORIGIN);

    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(await running.lines()).toHaveLength(1);
  });

  it('take nothing without a key or with an unknown one, and the page can read why', async () => {
    for (const key of [undefined, '', 'unknown', 'recruit-key%00']) {
      const response = await beacon(key, ORIGIN);

      expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
      expect(await refusal(response)).toMatchObject({ status: 403, error: 'unknown-site' });
    }
    expect(await running.lines()).toEqual([]);
  });

  it('take nothing from a page of another site', async () => {
    for (const origin of [OTHER_ORIGIN, 'https://hr.example.jp', 'null']) {
      expect(await refusal(beacon(RECRUIT, origin))).toMatchObject({ status: 403, error: 'origin-refused' });
    }
    expect(await running.lines()).toEqual([]);
  });

  it('refuse reactions of graphs that they do not play, one by one', async () => {
    const response = await running.send(
      [anAnswer('team'), anAnswer('team', { viewing: 2, graph: 'strange' })],
      {},
      `/reactions?key=${RECRUIT}`,
    );

    expect(await response.json()).toMatchObject({
      stored: [aUuid(1001)],
      refused: [{ id: aUuid(2001), reason: 'The site "recruit" does not play the graph "strange".' }],
    });
    expect((await beacon(OTHER, OTHER_ORIGIN, 'strange')).status).toBe(200);
  });

  it('answer the preflights of their own pages only', async () => {
    const preflight = (path: string, origin: string) =>
      fetch(running.base + path, { method: 'OPTIONS', headers: { origin } });

    expect((await preflight(`/reactions?key=${RECRUIT}`, ORIGIN)).status).toBe(204);
    expect((await preflight(`/reactions?key=${RECRUIT}`, OTHER_ORIGIN)).status).toBe(403);
    expect((await preflight('/report', 'https://hr.example.jp')).status).toBe(204);
    expect((await preflight('/report', ORIGIN)).status).toBe(403);
  });

  it('tell their pages the ways of their own viewers only', async () => {
    const leavings = Array.from({ length: 5 }, (_, index) => aLeaving('hub', 'team', { viewing: index + 1 }));
    await running.send(leavings, {}, `/reactions?key=${RECRUIT}`);
    const ways = async (key: string, id: string) =>
      ((await (await fetch(`${running.base}/ways?graph=${id}&key=${key}`)).json()) as { ways: unknown }).ways;

    expect(await ways(RECRUIT, graph.id)).toEqual({ hub: { team: 5 } });
    expect(await ways(OTHER, graph.id)).toEqual({});
    expect(await ways(RECRUIT, 'strange')).toEqual({});
    expect(await refusal(fetch(`${running.base}/ways?graph=graph`))).toMatchObject({ error: 'unknown-site' });
  });
});
