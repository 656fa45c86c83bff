import { describe, expect, it } from 'vitest';

import { openMemoryLog, type Log } from '../../src/log/open-log.js';
import { openOtherTabs } from '../../src/log/other-tabs.js';
import { createRecording } from '../../src/runtime/recording.js';
import { startSession } from '../../src/runtime/session.js';
import { aGraph } from '../fixtures.js';
import { ScriptedChannels } from '../log/scripted-channels.js';
import { ScriptedMedia } from './scripted-media.js';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const CODES = ['0'.repeat(19) + '1', '0'.repeat(19) + '2', '0'.repeat(19) + '3'];

/** Two tabs of one viewer, who went on with the same viewing in the second. Both stand at the first question. */
async function twoTabs(choice: 'unnamed' | 'named' = 'unnamed') {
  const kept = openMemoryLog();
  const channels = new ScriptedChannels();
  const graph = aGraph({ branches: { ask: ['left', 'right'], left: ['end'], right: ['end'], end: [] } });
  let ids = 0;
  let codes = 0;
  const open = async () => {
    const log: Log = { ...kept, tabs: openOtherTabs('log', channels.open) };
    const media = new ScriptedMedia();
    const dropped: string[] = [];
    const session = await startSession({
      graph,
      base: 'https://example.test/',
      viewer: { name: '山田 花子' },
      media,
      recording: createRecording(graph, {
        openLog: async () => log,
        openEarlierLog: async () => log,
        startCourier: () => ({
          wake: () => undefined,
          open: () => undefined,
          withdraw: () => undefined,
          drop: ({ of }) => void dropped.push(of),
          leave: () => undefined,
          stop: () => undefined,
        }),
        circumstances: {
          now: () => Date.UTC(2026, 10, 21),
          newId: () => `id-${(ids += 1)}`,
          newCode: () => CODES[(codes += 1) - 1] ?? '',
        },
      }),
      onLeaving: () => () => undefined,
      onFault: () => undefined,
    });
    await settled();
    const answer = async (option: string) => {
      session.commands.answer({ type: 'picked', options: [option] });
      await settled();
    };
    return { session, media, dropped, answer };
  };
  const one = await open();
  one.session.commands.answerNotice(choice);
  await settled();
  one.media.runToEnd();
  await settled();
  const other = await open();
  other.media.runToEnd();
  await settled();
  return { one, other, graph, log: kept, read: () => kept.outbox.readAll() };
}

describe('startSession in two tabs', () => {
  it('goes on with one viewing', async () => {
    const { one, other, read } = await twoTabs();

    await one.answer('left');
    await other.answer('right');

    const reactions = await read();
    expect(new Set(reactions.map(({ viewing }) => viewing)).size).toBe(1);
    expect(reactions.filter(({ type }) => type === 'answered')).toHaveLength(2);
  });

  it('tells an open panel what another tab took back', async () => {
    const { one, other } = await twoTabs();
    await one.answer('left');
    const seen: (readonly [choice: string | undefined, kept: number])[] = [];
    const look = async (): Promise<void> => {
      const { choice, viewings } = await other.session.desk.read();
      seen.push([choice, viewings.flatMap(({ reactions }) => reactions).length]);
    };
    other.session.desk.listen(() => void look());

    await one.session.desk.removeAll();
    await settled();

    expect(seen.at(-1)).toEqual(['unrecorded', 0]);
  });

  it('records in no tab what was deleted in one, and forgets the place', async () => {
    const { one, other, graph, log, read } = await twoTabs();

    await one.session.desk.removeAll();
    await settled();
    await other.answer('right');
    other.session.close();
    await settled();

    expect(await read()).toEqual([]);
    expect(await log.places.recall(graph.id)).toBeUndefined();
    expect(await log.outbox.readViewings()).toEqual([]);
    expect(other.session.view).toMatchObject({ choice: 'unrecorded', sceneId: 'right' });
    expect(other.dropped).toEqual(['everything']);
  });

  it('keeps no reaction that was on its way to the disk', async () => {
    const { one, other, log, read } = await twoTabs();
    const { add } = log.outbox;
    const held: (() => void)[] = [];
    log.outbox.add = async (reactions) => {
      await new Promise<void>((resolve) => held.push(resolve));
      return add.call(log.outbox, reactions);
    };
    const faults: string[] = [];
    other.session.subscribe((heard) => heard.type === 'faulted' && faults.push(heard.error.code));

    other.session.commands.answer({ type: 'picked', options: ['right'] });
    const removed = one.session.desk.removeAll();
    held.splice(0).forEach((goOn) => goOn());
    await removed;
    await settled();

    expect(await read()).toEqual([]);
    expect(faults).toEqual([]);
    expect(other.session.view).toMatchObject({ choice: 'unrecorded', sceneId: 'right' });
  });

  it('stops in every tab, and keeps what was recorded so far', async () => {
    const { one, other, graph, log, read } = await twoTabs();
    const before = await read();

    await one.session.desk.change('unrecorded');
    await settled();
    await other.answer('right');

    expect(await read()).toEqual(before);
    expect(other.session.view.choice).toBe('unrecorded');
    expect(await log.places.recall(graph.id)).toBeUndefined();
  });

  it('takes the name back in every tab, and joins nothing to what comes after', async () => {
    const { one, other, log, read } = await twoTabs('named');
    const [{ viewing } = { viewing: '' }] = await read();

    await one.session.desk.change('unnamed');
    await settled();
    await other.answer('right');

    expect(await log.outbox.peekIdentities(9)).toEqual([]);
    expect(other.session.view.choice).toBe('unnamed');
    const answer = (await read()).find(({ type }) => type === 'answered');
    expect(answer?.viewing).not.toBe(viewing);
  });

  it('leaves a tab alone that has a viewing of its own', async () => {
    const { one, other, read } = await twoTabs();
    await other.session.desk.change('unnamed');
    await settled();

    await one.session.desk.change('unrecorded');
    await settled();
    await other.answer('right');

    expect(other.session.view.choice).toBe('unnamed');
    expect((await read()).filter(({ type }) => type === 'answered')).toHaveLength(1);
  });
});
