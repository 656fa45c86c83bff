import { describe, expect, it } from 'vitest';

import type { Graph } from '../../src/domain/graph.js';
import type { Reaction } from '../../src/domain/reaction.js';
import { presentVisit } from '../../src/domain/viewing.js';
import { MemoryOutbox } from '../../src/log/memory-outbox.js';
import { openMemoryLog, type Log } from '../../src/log/open-log.js';
import type { Attendant } from '../../src/runtime/attendant.js';
import { createRecording, type RecordingPorts } from '../../src/runtime/recording.js';
import { startSession } from '../../src/runtime/session.js';
import type { Happening, PageViewer } from '../../src/runtime/player-session.js';
import { aGraph, aRating } from '../fixtures.js';
import { ScriptedMedia } from './scripted-media.js';

const CODE = '0123456789ABCDEFGHJK';

const fork = (): Graph => aGraph({ branches: { ask: ['left', 'right'], left: ['end'], right: ['end'], end: [] } });
const pick = (option: string) => ({ type: 'picked', options: [option] }) as const;
/** Lets everything that is waiting for the log go on. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

async function keptScene({ places }: Log): Promise<string | undefined> {
  const place = await places.recall('graph');
  return place && presentVisit({ ...place.progress, attributes: {} }).scene;
}

interface Wish {
  readonly graph?: Graph;
  readonly log?: Log;
  /** A log that an earlier page left. */
  readonly earlier?: Log;
  readonly viewer?: PageViewer;
  readonly media?: ScriptedMedia;
  readonly attendant?: Attendant;
  readonly afterDrawing?: (then: () => void) => () => void;
}

async function open({
  graph = fork(),
  log = openMemoryLog(),
  earlier,
  viewer = {},
  media = new ScriptedMedia(),
  ...optional
}: Wish = {}) {
  let id = 0;
  let opened = 0;
  let leave = (): void => undefined;
  let sleep = (): void => undefined;
  const ports: RecordingPorts = {
    openLog: async () => {
      opened += 1;
      return log;
    },
    openEarlierLog: async () => earlier,
    startCourier: () => undefined,
    circumstances: {
      now: () => Date.UTC(2026, 10, 21, 9, 30, 15, 678),
      newId: () => `id-${(id += 1)}`,
      newCode: () => CODE,
    },
  };
  const session = await startSession({
    graph,
    base: 'https://example.test/graphs/intro.json',
    viewer,
    media,
    recording: createRecording(graph, ports),
    onLeaving: (listener) => {
      leave = listener;
      return () => undefined;
    },
    onSleeping: (listener) => {
      sleep = listener;
      return () => undefined;
    },
    onFault: () => undefined,
    ...optional,
  });
  const happenings: Happening[] = [];
  session.subscribe((happening) => happenings.push(happening));
  const read = async (): Promise<readonly Reaction[]> => (earlier ?? log).outbox.readAll();
  return {
    session,
    media,
    log,
    happenings,
    read,
    types: async () => (await read()).map(({ type }) => type),
    opened: () => opened,
    leave: () => leave(),
    sleep: () => sleep(),
  };
}

describe('startSession', () => {
  it('makes the first clip ready behind the notice, and plays nothing', async () => {
    const { session, media } = await open();

    expect(session.view.life).to.equal('notice');
    expect(media.orders).to.deep.equal(['load ask.mp4']);
  });

  it('begins with captions in the language of the graph: many watch on a train, without sound', async () => {
    const { media } = await open({ graph: aGraph({ language: 'ja' }) });

    expect(media.facts().captions).to.equal('ja');
  });

  it('plays once the notice was answered, without loading twice', async () => {
    const { session, media } = await open();

    session.commands.answerNotice('unnamed');
    await settled();

    expect(media.orders).to.deep.equal(['load ask.mp4', 'play']);
    expect(session.view.life).to.equal('playing');
  });

  it('opens no log and stores nothing for a viewer who is not recorded', async () => {
    const { session, media, opened, happenings, read } = await open();

    session.commands.answerNotice('unrecorded');
    await settled();
    media.runToEnd();
    session.commands.answer(pick('left'));
    await settled();

    expect(session.view.sceneId).to.equal('left');
    expect(opened()).to.equal(0);
    expect(await read()).to.deep.equal([]);
    expect(happenings.flatMap((one) => (one.type === 'reacted' ? [one.recorded] : []))).to.not.include(true);
  });

  it('numbers, stamps and keeps each reaction in order', async () => {
    const { session, media, read } = await open();

    session.commands.answerNotice('unnamed');
    await settled();
    media.runToEnd();
    await settled();
    session.commands.answer(pick('right'));
    await settled();

    expect((await read()).map(({ sequence, type }) => `${sequence} ${type}`)).to.deep.equal([
      '1 notice-answered',
      '2 scene-entered',
      '3 question-shown',
      '4 answered',
      '5 scene-left',
      '6 scene-entered',
    ]);
    const answered = (await read())[3];
    expect(answered).to.deep.include({
      viewing: 'id-1',
      graph: 'graph',
      graphVersion: '1',
      at: '2026-11-21T09:30:15Z',
      scene: 'ask',
      options: ['right'],
      to: 'right',
    });
    expect((await read())[4]).to.include({ type: 'scene-left', watchedSeconds: 10 });
  });

  it('takes the branch only after the answer is durable', async () => {
    let release = (): void => undefined;
    const log = openMemoryLog();
    const add = log.outbox.add.bind(log.outbox);
    const { session, media } = await open({ log });
    session.commands.answerNotice('unnamed');
    await settled();
    media.runToEnd();
    await settled();
    log.outbox.add = (reactions) =>
      new Promise((resolve) => {
        release = () => resolve(add(reactions));
      });

    session.commands.answer(pick('left'));
    await settled();
    expect(session.view.sceneId).to.equal('ask');

    release();
    await settled();
    expect(session.view.sceneId).to.equal('left');
  });

  it('goes on where the log refuses, and tells the page', async () => {
    const log = openMemoryLog();
    const { session, media, happenings } = await open({ log });
    session.commands.answerNotice('unnamed');
    await settled();
    log.outbox.add = () => Promise.reject(new Error('disk on fire'));

    media.runToEnd();
    await settled();
    session.commands.answer(pick('left'));
    await settled();

    expect(session.view.sceneId).to.equal('left');
    expect(happenings.some((one) => one.type === 'faulted' && one.error.code === 'log-failed')).to.equal(true);
  });

  it('does what nobody sees once the new clip is drawn, and once for all that came until then', async () => {
    const waiting: (() => void)[] = [];
    const followed: string[] = [];
    const { session, media } = await open({
      attendant: { follow: ({ view }) => void followed.push(view.sceneId), leave: () => undefined },
      afterDrawing: (then) => {
        waiting.push(then);
        return () => undefined;
      },
    });
    const draw = () => waiting.splice(0).forEach((then) => then());
    session.commands.answerNotice('unnamed');
    await settled();
    media.tell({ type: 'ended' });
    await settled();
    draw();
    followed.length = 0;

    session.commands.answer(pick('left'));
    await settled();
    media.tell({ type: 'changed' });

    expect(session.view.sceneId).to.equal('left');
    expect(followed).to.deep.equal([]);
    expect(waiting).to.have.length(1);

    draw();

    expect(followed).to.deep.equal(['left']);
  });

  it('remembers the place without waiting for the drawing: a page that is left has no time for it', async () => {
    const log = openMemoryLog();
    const { session, media } = await open({ log, afterDrawing: () => () => undefined });
    session.commands.answerNotice('unnamed');
    await settled();
    media.runToEnd();
    await settled();

    session.commands.answer(pick('left'));
    await settled();

    expect(await keptScene(log)).to.equal('left');
  });

  it('calls off what was to be done after drawing when the viewing closes', async () => {
    let calledOff = 0;
    const { session } = await open({ afterDrawing: () => () => void (calledOff += 1) });
    session.commands.answerNotice('unrecorded');
    await settled();

    session.close();

    expect(calledOff).to.equal(1);
  });

  it('takes a second tap for the same question as nothing', async () => {
    const graph = aGraph({
      branches: { hub: ['note', 'end'], note: ['hub'], end: [] },
      scenes: { hub: { hub: true, clip: undefined }, note: { clip: undefined } },
    });
    const { session, types } = await open({ graph });
    session.commands.answerNotice('unnamed');
    await settled();

    session.commands.answer(pick('note'));
    session.commands.answer(pick('note'));
    session.commands.goOn();
    await settled();

    expect(session.view.sceneId).to.equal('note');
    expect((await types()).filter((type) => type === 'answered')).to.have.length(1);
  });

  it('asks at the second inside the clip, and plays on after the answer', async () => {
    const graph = aGraph({
      branches: { ask: ['end'], end: [] },
      scenes: { ask: { question: aRating({ atSeconds: 4 }) } },
    });
    const { session, media } = await open({ graph });
    session.commands.answerNotice('unnamed');
    await settled();

    media.runTo(3.9);
    expect(session.view.life).to.equal('playing');
    media.runTo(4.1);
    await settled();
    expect(session.view.life).to.equal('asking');
    expect(media.orders.at(-1)).to.equal('pause');

    session.commands.answer(pick('2'));
    await settled();
    expect(session.view.life).to.equal('playing');
    expect(media.orders.at(-1)).to.equal('play');
  });

  it('waits in pause when the browser wants a tap first', async () => {
    const { session, media } = await open();
    media.mayPlay = false;

    session.commands.answerNotice('unnamed');
    await settled();

    expect(session.view.life).to.equal('paused');
  });

  it('keeps the place when a clip fails, and plays on from there after a retry', async () => {
    const { session, media, happenings } = await open();
    session.commands.answerNotice('unnamed');
    await settled();
    media.runTo(6);
    media.tell({ type: 'failed', failure: 'network', detail: 'The connection was lost.' });

    expect(session.view.life).to.equal('failed');
    expect(happenings.some((one) => one.type === 'faulted' && one.error.code === 'clip-network')).to.equal(true);

    session.commands.retry();
    await settled();
    expect(media.orders).to.deep.equal(['load ask.mp4', 'play', 'pause', 'load ask.mp4', 'seek 6', 'play']);
  });

  it('keeps the place through a retry that fails as well', async () => {
    const { session, media } = await open();
    session.commands.answerNotice('unnamed');
    await settled();
    media.runTo(6);
    media.tell({ type: 'failed', failure: 'network', detail: 'The connection was lost.' });

    session.commands.retry();
    media.tell({ type: 'failed', failure: 'not-found', detail: 'The server answered 503.' });
    session.commands.retry();
    await settled();

    expect(media.orders.slice(-3)).to.deep.equal(['load ask.mp4', 'seek 6', 'play']);
  });

  it('says why a clip fails', async () => {
    const { session, media } = await open();
    session.commands.answerNotice('unnamed');
    await settled();
    expect(session.view.failure).to.equal(undefined);

    media.tell({ type: 'failed', failure: 'unplayable', detail: 'Not this codec.' });

    expect(session.view.failure).to.equal('unplayable');
  });

  it('goes on without a clip that fails, to its question, and says so in the log', async () => {
    const { session, media, types } = await open();
    session.commands.answerNotice('unnamed');
    await settled();
    media.tell({ type: 'failed', failure: 'not-found', detail: 'The server answered 404.' });

    session.commands.passClip();
    await settled();

    expect([session.view.life, session.view.sceneId]).to.deep.equal(['asking', 'ask']);
    expect(await types()).to.deep.equal(['notice-answered', 'scene-entered', 'question-shown']);
  });

  it('stands still, in its place, while the device sleeps', async () => {
    const { session, media, sleep } = await open();
    session.commands.answerNotice('unnamed');
    await settled();
    media.runTo(4);

    sleep();

    expect(session.view.life).to.equal('paused');
    expect(media.state.paused).to.equal(true);
    expect(media.state.currentSeconds).to.equal(4);
    session.commands.play();
    await settled();
    expect(session.view.life).to.equal('playing');
  });

  it('does not begin a clip behind the back of a sleeping viewer', async () => {
    const { session, media, sleep } = await open();
    media.mayPlay = true;
    session.commands.answerNotice('unnamed');
    await settled();
    media.tell({ type: 'stalled' });

    sleep();

    expect(session.view.life).to.equal('paused');
  });

  it('leaves a question, a failure and an ending as they are while the device sleeps', async () => {
    const { session, media, sleep } = await open();
    session.commands.answerNotice('unnamed');
    await settled();
    media.runToEnd();
    await settled();
    sleep();
    expect(session.view.life).to.equal('asking');

    session.commands.answer(pick('left'));
    await settled();
    media.tell({ type: 'failed', failure: 'network', detail: 'The connection was lost.' });
    sleep();

    expect(session.view.life).to.equal('failed');
  });

  it('logs on leaving how many bytes were fetched and never shown', async () => {
    const { session, media, leave, read } = await open();
    session.commands.answerNotice('unnamed');
    await settled();
    media.state = { ...media.state, unusedBytes: 12_280.6 };

    leave();
    await settled();

    const left = (await read()).filter(({ type }) => type === 'left');
    expect(left.map((one) => 'unusedBytes' in one && one.unusedBytes)).to.deep.equal([12_281]);
  });

  it('loads a clip that failed when the viewer tries again, and not by itself', async () => {
    const { session, media } = await open();
    const fail = () => media.tell({ type: 'failed', failure: 'not-found', detail: 'The server answered 404.' });
    const loads = () => media.orders.filter((order) => order === 'load ask.mp4').length;

    fail();
    const behindTheNotice = loads();
    session.commands.answerNotice('unrecorded');
    await settled();
    fail();
    fail();
    const failed = loads();
    session.commands.retry();

    expect([behindTheNotice, failed, loads()]).to.deep.equal([1, 2, 3]);
    expect(session.view.life).to.equal('playing');
  });

  it('begins the next clip at its beginning after a failed one was read instead', async () => {
    const { session, media } = await open();
    session.commands.answerNotice('unnamed');
    await settled();
    media.runTo(6);
    media.tell({ type: 'failed', failure: 'network', detail: 'The connection was lost.' });

    session.commands.readText();
    session.commands.answer(pick('left'));
    await settled();
    session.commands.watchVideo();
    media.tell({ type: 'ready' });
    await settled();

    expect(session.view.sceneId).to.equal('left');
    expect(media.orders.slice(-2)).to.deep.equal(['load left.mp4', 'play']);
  });

  it('takes up a recorded viewing where the page was left', async () => {
    const earlier = openMemoryLog();
    const first = await open({ log: earlier });
    first.session.commands.answerNotice('unnamed');
    await settled();
    first.media.runToEnd();
    await settled();
    first.session.commands.answer(pick('left'));
    await settled();
    first.media.runTo(3);
    first.leave();
    await settled();

    const { session, media, read } = await open({ earlier });
    await settled();

    expect(session.view).to.include({ sceneId: 'left', life: 'paused', choice: 'unnamed' });
    expect(media.orders).to.deep.equal(['load left.mp4', 'seek 3']);
    expect(session.view.way.map(({ scene }) => scene)).to.deep.equal(['ask', 'left']);
    media.runToEnd();
    await settled();
    const viewings = new Set((await read()).map(({ viewing }) => viewing));
    expect(viewings.size).to.equal(1);
    const numbers = (await read()).map(({ sequence }) => sequence);
    // 8 was reserved for the last words of a page that had none.
    expect(numbers).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 9]);
  });

  it('never uses a number twice, even if the page left without reaching the disk', async () => {
    const earlier = openMemoryLog();
    const first = await open({ log: earlier });
    first.session.commands.answerNotice('unnamed');
    await settled();
    first.log.outbox.add = () => new Promise(() => undefined);
    first.leave();
    await settled();

    earlier.outbox.add = MemoryOutbox.prototype.add;
    const { session, media, read } = await open({ earlier });
    session.commands.play();
    media.runToEnd();
    await settled();

    // 3 was the `left` that went by beacon alone.
    expect((await read()).map(({ sequence }) => sequence)).to.deep.equal([1, 2, 4]);
  });

  it('shows the notice again when the viewing begins again', async () => {
    const { session, read } = await open();
    session.commands.answerNotice('unnamed');
    await settled();

    session.commands.startOver();
    expect(session.view.life).to.equal('notice');
    session.commands.answerNotice('unnamed');
    await settled();

    expect(new Set((await read()).map(({ viewing }) => viewing)).size).to.equal(2);
  });

  it('begins again only once everything that the viewer did before is written', async () => {
    const { session, log, happenings, media, types } = await open();
    session.commands.answerNotice('unnamed');
    await settled();
    media.runToEnd();
    await settled();
    let write = (): void => undefined;
    const { outbox } = log;
    const add = outbox.add.bind(outbox);
    outbox.add = async (reactions) => {
      await new Promise<void>((go) => (write = go));
      return add(reactions);
    };

    session.commands.answer(pick('left'));
    session.commands.ask('Who would my manager be?', undefined);
    session.commands.startOver();
    await settled();
    write();
    await settled();
    write();
    await settled();

    expect(await types()).to.deep.equal([
      'notice-answered',
      'scene-entered',
      'question-shown',
      'answered',
      'scene-left',
      'scene-entered',
      'asked',
    ]);
    expect(happenings.filter((one) => one.type === 'reacted' && !one.recorded)).to.deep.equal([]);
    expect([session.view.life, session.view.sceneId]).to.deep.equal(['notice', 'ask']);
  });

  it('keeps a name apart from the reactions, and only of a viewer who gave it', async () => {
    const viewer = { name: '山田 花子', reference: 'A-17' };
    const named = await open({ viewer });
    named.session.commands.answerNotice('named');
    await settled();
    const unnamed = await open({ viewer });
    unnamed.session.commands.answerNotice('unnamed');
    await settled();

    expect(await named.log.outbox.peekIdentities(9)).to.deep.equal([{ viewing: 'id-1', ...viewer }]);
    expect(await unnamed.log.outbox.peekIdentities(9)).to.deep.equal([]);
    expect(JSON.stringify(await named.read())).to.not.contain('山田');
  });

  it('keeps its place and its clip in a changed graph', async () => {
    const { session, media } = await open();
    session.commands.answerNotice('unrecorded');
    await settled();
    media.runToEnd();
    session.commands.answer(pick('left'));
    await settled();
    const orders = media.orders.length;

    session.changeGraph({ ...fork(), title: 'Another title' });
    await settled();

    expect(session.view).to.include({ sceneId: 'left', life: 'playing' });
    expect(session.view.graph.title).to.equal('Another title');
    expect(media.orders).to.have.length(orders);
  });

  it('goes to the last scene that is left when its own is gone from a changed graph', async () => {
    const { session, media } = await open();
    session.commands.answerNotice('unrecorded');
    await settled();
    media.runToEnd();
    session.commands.answer(pick('left'));
    await settled();

    session.changeGraph(aGraph({ branches: { ask: ['right', 'end'], right: ['end'], end: [] } }));
    await settled();

    expect(session.view.sceneId).to.equal('ask');
  });

  it('writes the log of this graph as a file', async () => {
    const { session } = await open();
    session.commands.answerNotice('unnamed');
    await settled();

    const lines = (await session.exportLog('jsonl')).trim().split('\n');

    expect(lines.map((line) => (JSON.parse(line) as Reaction).type)).to.deep.equal([
      'notice-answered',
      'scene-entered',
    ]);
    expect(await session.exportLog('csv')).to.match(/^\uFEFF/u);
  });

  it('notes that the page was left', async () => {
    const { session, media, leave, types } = await open();
    session.commands.answerNotice('unnamed');
    await settled();
    media.runTo(2);

    leave();
    await settled();

    expect((await types()).at(-1)).to.equal('left');
  });
});
