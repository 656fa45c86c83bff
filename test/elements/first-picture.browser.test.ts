import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import '../../src/index.js';
import { checkDocument, openSession } from '../../src/define/followup-player-body.js';
import type { Graph } from '../../src/domain/graph.js';
import { bringBodyBy, type PlayerBody } from '../../src/elements/bring-body.js';
import type { FollowupPlayerElement } from '../../src/elements/followup-player.js';
import { aClip, aGraph } from '../fixtures.js';
import { click, findAll, named, read, settle } from './see.js';

const BODY: PlayerBody = { checkDocument, openSession };
const MP4 = '/test/fixtures/media/three-seconds.mp4';

let number = 0;

function aGraphFrom(src: string): Graph {
  const clip = aClip({ sources: [{ src, type: 'video/mp4' }], poster: undefined, captions: [] });
  return aGraph({ id: `early-${(number += 1)}`, scenes: { welcome: { clip, ending: { message: 'Bye.' } } } });
}

/** A player whose larger part does not come before `arrive()`. */
async function aWaitingPlayer() {
  let arrive = (): void => undefined;
  const arrived = new Promise<PlayerBody>((resolve) => {
    arrive = () => resolve(BODY);
  });
  bringBodyBy(() => arrived);
  const player = await fixture<FollowupPlayerElement>(html`<followup-player lang="en"></followup-player>`);
  return { player, arrive };
}

const videoIn = (player: Element) => findAll<HTMLVideoElement>(player, 'video')[0];

async function showsPicture(player: Element): Promise<HTMLVideoElement> {
  await waitUntil(() => (videoIn(player)?.readyState ?? 0) >= 2, 'no picture came', { timeout: 8_000 });
  const video = videoIn(player);
  if (!video) throw new Error('There is no video.');
  return video;
}

describe('followup-player, before all of it is there', () => {
  afterEach(() => bringBodyBy(() => Promise.resolve(BODY)));

  it("shows the first clip's picture, which stands still", async () => {
    const { player } = await aWaitingPlayer();

    player.graph = aGraphFrom(MP4);
    const video = await showsPicture(player);

    expect([video.paused, video.currentTime, video.controls]).to.deep.equal([true, 0, false]);
    await expect(player).to.be.accessible();
  });

  it('goes on with that very video, and leaves it in its place', async () => {
    const { player, arrive } = await aWaitingPlayer();
    player.graph = aGraphFrom(MP4);
    const video = await showsPicture(player);
    const place = JSON.stringify(video.getBoundingClientRect());
    const restarts: string[] = [];
    for (const type of ['emptied', 'loadstart']) video.addEventListener(type, () => restarts.push(type));
    const ready = oneEvent(player, 'followup-ready');

    arrive();
    await ready;
    await settle();

    expect(read(player)).to.include('Before you watch');
    expect(videoIn(player) === video).to.equal(true);
    expect(JSON.stringify(video.getBoundingClientRect())).to.equal(place);
    await click(named(player, 'Watch without being recorded'));
    await waitUntil(() => !video.paused && video.currentTime > 0, 'it does not play', { timeout: 8_000 });
    expect(restarts).to.deep.equal([]);
  });

  it('is never without the picture while one part takes over from the other', async () => {
    const { player, arrive } = await aWaitingPlayer();
    player.graph = aGraphFrom(MP4);
    const video = await showsPicture(player);
    const heights: number[] = [];
    let looking = true;
    const look = () => {
      heights.push(Math.round(video.getBoundingClientRect().height));
      if (looking) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    const ready = oneEvent(player, 'followup-ready');

    arrive();
    await ready;
    await settle();
    looking = false;

    expect(heights.length).to.be.greaterThan(0);
    expect(new Set(heights).size).to.equal(1);
  });

  it('begins the clip once, although the page says in two steps what it wants', async () => {
    const { player, arrive } = await aWaitingPlayer();
    player.graph = aGraphFrom(MP4);
    const video = await showsPicture(player);
    const ready = oneEvent(player, 'followup-ready');

    player.viewer = { name: 'Sakura Sato' };
    await player.updateComplete;
    arrive();
    await ready;
    await settle();

    expect(videoIn(player) === video).to.equal(true);
    expect(read(player)).to.include('Record with my name');
  });

  it('takes over the video that the page put into the tag, and its controls and its autoplay from it', async () => {
    bringBodyBy(() => Promise.resolve(BODY));
    const page = document.createElement('div');
    page.innerHTML = `<video class="page" src="${MP4}" preload="auto" muted controls autoplay><track /></video>`;
    const [video] = page.querySelectorAll('video');
    if (!video) throw new Error('There is no video.');
    const player = await fixture<FollowupPlayerElement>(html`<followup-player lang="en">${video}</followup-player>`);
    await waitUntil(() => video.readyState >= 2, 'no picture came', { timeout: 8_000 });
    const restarts: string[] = [];
    for (const type of ['emptied', 'loadstart']) video.addEventListener(type, () => restarts.push(type));
    const ready = oneEvent(player, 'followup-ready');

    player.graph = aGraphFrom(MP4);
    await ready;
    await settle();

    expect(findAll(player, 'video')).to.have.length(1);
    expect(videoIn(player) === video).to.equal(true);
    expect([video.paused, video.controls, video.autoplay]).to.deep.equal([true, false, false]);
    expect(video.classList.contains('page')).to.equal(false);
    expect(restarts).to.deep.equal([]);
    await click(named(player, 'Watch without being recorded'));
    await waitUntil(() => !video.paused && video.currentTime > 0, 'it does not play', { timeout: 8_000 });
    expect([video.muted, restarts.length]).to.deep.equal([false, 0]);
  });

  it('lets go of a video in the tag that is not of the first clip', async () => {
    bringBodyBy(() => Promise.resolve(BODY));
    const video = document.createElement('video');
    video.src = '/test/fixtures/media/two-seconds.mp4';
    const player = await fixture<FollowupPlayerElement>(html`<followup-player lang="en">${video}</followup-player>`);
    const ready = oneEvent(player, 'followup-ready');

    player.graph = aGraphFrom(MP4);
    await ready;
    await settle();

    expect(video.getAttribute('src')).to.equal(null);
    expect(videoIn(player)?.src).to.include(MP4);
  });

  it('has the larger part come as soon as there is no picture to wait for', async () => {
    let asked = 0;
    bringBodyBy(() => ((asked += 1), Promise.resolve(BODY)));
    const player = await fixture<FollowupPlayerElement>(html`<followup-player lang="en"></followup-player>`);
    const ready = oneEvent(player, 'followup-ready');

    player.graph = aGraphFrom('/test/fixtures/media/nowhere.mp4');
    await ready;

    expect(asked).to.be.greaterThan(0);
  });

  it('shows the picture of the graph that was asked for last', async () => {
    const { player } = await aWaitingPlayer();
    player.graph = aGraphFrom(MP4);
    const first = await showsPicture(player);

    player.graph = aGraphFrom('/test/fixtures/media/two-seconds.mp4');
    await waitUntil(() => videoIn(player) !== first && videoIn(player) !== undefined, 'the picture stays');

    expect(videoIn(player)?.src).to.include('two-seconds.mp4');
    expect(first.getAttribute('src')).to.equal(null);
  });

  it('lets go of the picture when the graph turns out bad', async () => {
    const { player, arrive } = await aWaitingPlayer();
    player.graph = { ...aGraphFrom(MP4), notice: undefined } as unknown as Graph;
    const video = await showsPicture(player);
    const failed = oneEvent(player, 'followup-error');

    arrive();
    await failed;
    await settle();

    expect(findAll(player, 'video')).to.have.length(0);
    expect(video.getAttribute('src')).to.equal(null);
    expect(read(player)).to.include('The video could not be shown');
  });

  it('asks for no address that is not safe', async () => {
    const { player, arrive } = await aWaitingPlayer();
    const failed = oneEvent(player, 'followup-error');

    player.graph = aGraphFrom('javascript:alert(1)');
    arrive();
    await failed;

    expect(findAll(player, 'video')).to.have.length(0);
  });

  it('says something kind where the rest never comes, and begins again when it is asked to', async () => {
    bringBodyBy(() => Promise.reject(new Error('offline')));
    const player = await fixture<FollowupPlayerElement>(html`<followup-player lang="en"></followup-player>`);
    const failed = oneEvent(player, 'followup-error');
    player.src = '/demo/public/graphs/asanagi.en.json';
    const { error } = (await failed) as unknown as { error: { code: string } };
    await settle();
    const words = read(player);
    bringBodyBy(() => Promise.resolve(BODY));
    const ready = oneEvent(player, 'followup-ready');

    await click(named(player, 'Try again'));
    await ready;
    await settle();

    expect(error.code).to.equal('player-unavailable');
    expect(words).to.include('The video could not be shown');
    expect(read(player)).to.include('Before you watch');
  });
});
