import { describe, expect, it } from 'vitest';

import { openMemoryLog } from '../../src/log/open-log.js';
import { createAttendant } from '../../src/runtime/attendant.js';
import type { MediaKeyPress } from '../../src/runtime/now-playing.js';
import { createRecording } from '../../src/runtime/recording.js';
import { startSession } from '../../src/runtime/session.js';
import { aGraph } from '../fixtures.js';
import { ScriptedMedia } from './scripted-media.js';

const CODE = '0123456789ABCDEFGHJK';

/** Lets what waits go on. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A viewing, and what its device shows of it. */
async function open() {
  const graph = aGraph({ branches: { hub: ['left', 'right'], left: ['end'], right: ['end'], end: [] } });
  const media = new ScriptedMedia();
  const device = { shown: 'nothing', light: 'off', press: (_: MediaKeyPress): void => undefined };
  const session = await startSession({
    graph,
    base: 'https://example.test/graphs/intro.json',
    viewer: {},
    media,
    recording: createRecording(graph, {
      openLog: async () => openMemoryLog(),
      openEarlierLog: async () => undefined,
      startCourier: () => undefined,
      circumstances: { now: () => 0, newId: () => 'id', newCode: () => CODE },
    }),
    onLeaving: () => () => undefined,
    onFault: () => undefined,
    attendant: createAttendant({
      base: 'https://example.test/graphs/intro.json',
      board: {
        show: ({ title, playing }, onKey) => {
          device.shown = `${title}, ${playing ? 'playing' : 'paused'}`;
          device.press = onKey;
        },
        clear: () => (device.shown = 'nothing'),
      },
      light: { keepOn: () => (device.light = 'on'), letGo: () => (device.light = 'off') },
    }),
  });
  const stands = () => `${device.shown}; ${device.light}`;
  return { session, media, device, stands };
}

describe('createAttendant', () => {
  it('shows nothing behind the notice', async () => {
    const { media, stands } = await open();

    media.tell({ type: 'changed' });

    expect(stands()).toBe('nothing; off');
  });

  it('shows the clip and keeps the screen on while it plays, and lets the screen go in a pause', async () => {
    const { session, media, stands } = await open();

    session.commands.answerNotice('unrecorded');
    await settled();
    const playing = stands();
    media.tell({ type: 'paused' });

    expect(playing).toBe('Title of hub, playing; on');
    expect(stands()).toBe('Title of hub, paused; off');
  });

  it('lets the screen go at a question, and shows the next clip after the answer', async () => {
    const { session, media, stands } = await open();
    session.commands.answerNotice('unrecorded');
    await settled();

    media.runToEnd();
    const asking = stands();
    session.commands.answer({ type: 'picked', options: ['left'] });
    await settled();

    expect(asking).toBe('Title of hub, paused; off');
    expect(stands()).toBe('Title of left, playing; on');
  });

  it('shows nothing after the end', async () => {
    const { session, media, stands } = await open();
    session.commands.answerNotice('unrecorded');
    await settled();
    media.runToEnd();
    session.commands.answer({ type: 'picked', options: ['left'] });
    await settled();
    media.runToEnd();
    await settled();

    media.runToEnd();

    expect(session.view.life).toBe('ended');
    expect(stands()).toBe('nothing; off');
  });

  it('shows nothing of a player that was taken from its page', async () => {
    const { session, stands } = await open();
    session.commands.answerNotice('unrecorded');
    await settled();

    session.close();

    expect(stands()).toBe('nothing; off');
  });

  it('takes a key for what is there by the time it is pressed', async () => {
    const { session, media, device } = await open();
    session.commands.answerNotice('unrecorded');
    await settled();
    const { press } = device;
    media.runToEnd();
    session.commands.answer({ type: 'picked', options: ['left'] });
    await settled();

    press({ action: 'previoustrack' });

    expect(session.view.sceneId).toBe('hub');
  });
});
