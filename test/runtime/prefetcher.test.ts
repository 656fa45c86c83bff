import { describe, expect, it } from 'vitest';

import type { Line } from '../../src/domain/prefetch.js';
import { openMemoryLog, type Log } from '../../src/log/open-log.js';
import { createRecording } from '../../src/runtime/recording.js';
import { startSession } from '../../src/runtime/session.js';
import { aGraph } from '../fixtures.js';
import { ScriptedMedia } from './scripted-media.js';

const CODE = '0123456789ABCDEFGHJK';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const FAST: Line = { saveData: false, bitsPerSecond: 20_000_000 };

/** A viewing of a fork into two clips, watched without being recorded, and what was made ready so far. */
async function watch({
  line = FAST,
  decks = 2,
  log,
}: { readonly line?: Line; readonly decks?: number; readonly log?: Log } = {}) {
  const graph = aGraph({ branches: { ask: ['left', 'right'], left: ['end'], right: ['end'], end: [] } });
  const media = new ScriptedMedia();
  let id = 0;
  const session = await startSession({
    graph,
    base: 'https://example.test/graphs/intro.json',
    viewer: {},
    media,
    recording: createRecording(graph, {
      openLog: () => (log ? Promise.resolve(log) : Promise.reject(new Error('Nothing is recorded here.'))),
      openEarlierLog: () => Promise.resolve(undefined),
      startCourier: () => undefined,
      circumstances: { now: () => 0, newId: () => `id-${(id += 1)}`, newCode: () => CODE },
    }),
    onLeaving: () => () => undefined,
    onFault: () => undefined,
    prefetch: { budget: { bytes: 50_000_000, decks }, readLine: () => line },
  });
  const ready = () => media.prepared.map(({ clip, how }) => `${how} ${clip.sources[0]?.src.split('/').pop() ?? ''}`);
  return { session, media, ready };
}

const buffered = (media: ScriptedMedia, seconds: number) => {
  media.state = { ...media.state, bufferedSeconds: seconds };
};

describe('createPrefetcher', () => {
  it('makes nothing ready while the notice stands, nor while the clip on air needs the line itself', async () => {
    const { session, media, ready } = await watch();
    expect(ready()).to.deep.equal([]);

    session.commands.answerNotice('unrecorded');
    await settled();
    buffered(media, 4);
    media.runTo(1);

    expect(ready()).to.deep.equal([]);
  });

  it('makes both ways ready as soon as the clip on air has all of itself', async () => {
    const { session, media, ready } = await watch();
    session.commands.answerNotice('unrecorded');
    await settled();

    buffered(media, 10);
    media.runTo(1);

    expect(ready().filter((one) => one.startsWith('deck'))).to.deep.equal(['deck left.mp4', 'deck right.mp4']);
  });

  it('lets the losers go when the answer falls', async () => {
    const { session, media, ready } = await watch();
    session.commands.answerNotice('unrecorded');
    await settled();
    buffered(media, 10);
    media.runToEnd();
    expect(ready()).to.not.deep.equal([]);

    buffered(media, 0);
    session.commands.answer({ type: 'picked', options: ['left'] });
    await settled();

    expect(media.orders.slice(-2)).to.deep.equal(['load left.mp4', 'play']);
    expect(ready()).to.deep.equal([]);
  });

  it('has the chosen clip begin while the answer is still being written down, and disturbs it no more', async () => {
    const log = openMemoryLog();
    const { session, media, ready } = await watch({ log });
    session.commands.answerNotice('unnamed');
    await settled();
    buffered(media, 10);
    media.runToEnd();
    await settled();
    let write = (): void => undefined;
    const writing = new Promise<void>((resolve) => {
      write = resolve;
    });
    const { add } = log.outbox;
    log.outbox.add = (...entries) => writing.then(() => add.apply(log.outbox, entries));

    session.commands.answer({ type: 'picked', options: ['left'] });
    media.tell({ type: 'changed' });
    await settled();
    const before = [ready(), media.orders.includes('load left.mp4')];
    write();
    await settled();

    expect(before).to.deep.equal([['chosen left.mp4'], false]);
    expect(media.orders.slice(-2)).to.deep.equal(['load left.mp4', 'play']);
  });

  it('makes nothing ready for who saves data, or reads', async () => {
    const saving = await watch({ line: { ...FAST, saveData: true } });
    saving.session.commands.answerNotice('unrecorded');
    await settled();
    buffered(saving.media, 10);
    saving.media.runToEnd();
    expect(saving.ready()).to.deep.equal([]);

    const reading = await watch();
    reading.session.commands.answerNotice('unrecorded');
    await settled();
    buffered(reading.media, 10);
    reading.media.runToEnd();
    reading.session.commands.readText();
    expect(reading.ready()).to.deep.equal([]);
  });
});
