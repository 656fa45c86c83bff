import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import '../../src/index.js';
import { checkDocument, openSession } from '../../src/define/followup-player-body.js';
import type { Graph } from '../../src/domain/graph.js';
import { bringBodyBy, type PlayerBody } from '../../src/elements/bring-body.js';
import type { FollowupPlayerElement } from '../../src/elements/followup-player.js';
import type { PlayerSession } from '../../src/runtime/player-session.js';
import { aClip, aGraph } from '../fixtures.js';
import { click, findAll, named, read, settle } from './see.js';

const MP4 = '/test/fixtures/media/three-seconds.mp4';

let number = 0;

function aGraphCalled(name: string): Graph {
  const clip = aClip({ sources: [{ src: MP4, type: 'video/mp4' }], poster: undefined, captions: [] });
  return aGraph({
    version: name,
    id: `opening-${(number += 1)}`,
    scenes: { welcome: { clip, ending: { message: 'Bye.' } } },
  });
}

/** Lets the player's larger part come when a test says so, and keeps what was opened with it. */
class Arrival {
  readonly opened: PlayerSession[] = [];
  #arrive = (): void => undefined;

  constructor() {
    const arrived = new Promise<void>((resolve) => {
      this.#arrive = resolve;
    });
    const body: PlayerBody = {
      checkDocument,
      openSession: async (options) => {
        const session = await openSession(options);
        this.opened.push(session);
        return session;
      },
    };
    bringBodyBy(() => arrived.then(() => body));
  }

  now(): void {
    this.#arrive();
  }
}

const aPlayer = () => fixture<FollowupPlayerElement>(html`<followup-player lang="en"></followup-player>`);

async function aLoadingVideo(player: Element): Promise<HTMLVideoElement> {
  await waitUntil(() => findAll(player, 'video').length > 0, 'no video came', { timeout: 8_000 });
  const [video] = findAll<HTMLVideoElement>(player, 'video');
  if (!video) throw new Error('There is no video.');
  return video;
}

/** Keeps the versions of the graphs that the page is told to be ready. */
function hearReady(target: HTMLElement): string[] {
  const versions: string[] = [];
  target.addEventListener('followup-ready', ({ version }) => versions.push(version));
  return versions;
}

describe('followup-player, while it opens', () => {
  afterEach(() => bringBodyBy(() => Promise.resolve({ checkDocument, openSession })));

  it('lets go of everything when it is taken out of the page', async () => {
    const arrival = new Arrival();
    const player = await aPlayer();
    const versions = hearReady(player);
    player.graph = aGraphCalled('Left');
    const video = await aLoadingVideo(player);

    player.remove();
    await aTimeout(0);
    const src = video.getAttribute('src');
    arrival.now();
    await aTimeout(100);

    expect([src, arrival.opened.length, versions]).to.deep.equal([null, 0, []]);
  });

  it('begins anew when it comes back', async () => {
    const arrival = new Arrival();
    const player = await aPlayer();
    const home = player.parentElement;
    player.graph = aGraphCalled('Back');
    await aLoadingVideo(player);
    player.remove();
    await aTimeout(0);
    const ready = oneEvent(player, 'followup-ready');

    home?.append(player);
    arrival.now();
    await ready;
    await settle();

    expect(read(player)).to.include('Before you watch');
    expect(arrival.opened).to.have.length(1);
  });

  it('goes on as it was when it is only moved', async () => {
    const arrival = new Arrival();
    const player = await aPlayer();
    const versions = hearReady(player);
    player.graph = aGraphCalled('Moved');
    const video = await aLoadingVideo(player);
    const elsewhere = await fixture(html`<div></div>`);
    const ready = oneEvent(player, 'followup-ready');

    elsewhere.append(player);
    arrival.now();
    await ready;
    await settle();

    expect(findAll(player, 'video')[0] === video).to.equal(true);
    expect([versions, arrival.opened.length]).to.deep.equal([['Moved'], 1]);
  });

  it('opens only what was asked for last', async () => {
    const arrival = new Arrival();
    const player = await aPlayer();
    const versions = hearReady(player);
    player.graph = aGraphCalled('First');
    await aLoadingVideo(player);
    player.graph = aGraphCalled('Second');
    await player.updateComplete;
    player.lang = 'ja';
    player.graph = aGraphCalled('Third');
    const ready = oneEvent(player, 'followup-ready');

    arrival.now();
    await ready;
    await settle();
    await aTimeout(50);

    expect([versions, arrival.opened.length]).to.deep.equal([['Third'], 1]);
    expect(read(player)).to.include('ご覧になる前に');
  });

  it('asks for nothing while it is out of the page, and for what was set there once it is back', async () => {
    new Arrival().now();
    const player = await aPlayer();
    const home = player.parentElement;
    const versions = hearReady(player);
    player.remove();
    await aTimeout(0);

    player.graph = aGraphCalled('Set outside');
    await player.updateComplete;
    await aTimeout(50);
    const outside = [...versions];
    const ready = oneEvent(player, 'followup-ready');
    home?.append(player);
    await ready;

    expect([outside, versions]).to.deep.equal([[], ['Set outside']]);
  });

  it('stands beside another one, each with its own graph and video', async () => {
    const arrival = new Arrival();
    const [one, two] = [await aPlayer(), await aPlayer()];
    const ready = [oneEvent(one, 'followup-ready'), oneEvent(two, 'followup-ready')];

    one.graph = aGraphCalled('One');
    two.graph = aGraphCalled('Two');
    arrival.now();
    await Promise.all(ready);
    await settle();
    await click(named(two, 'Watch without being recorded'));
    await waitUntil(() => !read(two).includes('Before you watch'), 'the notice stays');

    expect(read(one)).to.include('Before you watch');
    expect(read(two)).to.not.include('Before you watch');
    expect(findAll(one, 'video')[0] === findAll(two, 'video')[0]).to.equal(false);
    expect(arrival.opened).to.have.length(2);
  });

  it('keeps its room and its picture while the graph is late', async () => {
    const arrival = new Arrival();
    arrival.now();
    const player = await aPlayer();
    const original = window.fetch;
    let answer = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    window.fetch = async () => {
      await late;
      return new Response(JSON.stringify(aGraphCalled('Late')));
    };
    const ready = oneEvent(player, 'followup-ready');

    player.src = '/late.json';
    await player.updateComplete;
    await aTimeout(50);
    const [words, height] = [read(player), player.getBoundingClientRect().height];
    answer();
    await ready;
    await settle();
    window.fetch = original;

    expect(words).to.include('Preparing the video');
    expect(read(player)).to.include('Before you watch');
    expect(Math.abs(player.getBoundingClientRect().height - height)).to.be.lessThan(60);
  });
});
