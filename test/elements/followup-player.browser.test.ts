import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';

import '../../src/index.js';
import type { Graph } from '../../src/domain/graph.js';
import type { FollowupErrorEvent } from '../../src/elements/events.js';
import type { FollowupPlayerElement } from '../../src/elements/followup-player.js';
import { aClip, aGraph, aSingleChoice } from '../fixtures.js';
import { click, findAll, findOne, isThere, named, read, settle } from './see.js';

let number = 0;

/** A real clip for every scene, and an id of its own, so that no test takes up the viewing of another. */
function aPlayable(wish: Partial<Graph> = {}): Graph {
  const clip = aClip({
    sources: [{ src: '/test/fixtures/media/two-seconds.mp4', type: 'video/mp4' }],
    poster: undefined,
    captions: [{ src: '/test/fixtures/media/captions.en.vtt', language: 'en', label: 'English' }],
  });
  const question = aSingleChoice({ id: 'first', prompt: 'What first?', atSeconds: 0.5 }, ['people', 'work']);
  return {
    ...aGraph({
      id: `graph-${(number += 1)}`,
      scenes: {
        welcome: { clip, question, branches: [{ to: 'end' }] },
        end: { clip, ending: { message: 'See you soon.' } },
      },
    }),
    ...wish,
  };
}

async function open(graph: Graph, lang = 'en'): Promise<FollowupPlayerElement> {
  const player = await fixture<FollowupPlayerElement>(html`<followup-player lang=${lang}></followup-player>`);
  const ready = oneEvent(player, 'followup-ready');
  player.graph = graph;
  await ready;
  await player.updateComplete;
  await settle();
  return player;
}

/** Keeps what the page hears, as plain values. */
function hear(target: EventTarget, ...types: string[]): Record<string, unknown>[] {
  const heard: Record<string, unknown>[] = [];
  for (const type of types) target.addEventListener(type, (event) => heard.push({ ...event, type: event.type }));
  return heard;
}

const oneError = (player: Element) => oneEvent(player, 'followup-error') as unknown as Promise<FollowupErrorEvent>;

const broken = { format: 1, id: 'broken' } as unknown as Graph;

describe('followup-player', () => {
  it('shows the notice first, and says that it is ready', async () => {
    const graph = aPlayable();

    const player = await open(graph);

    expect(read(player)).to.include('Before you watch');
    expect(isThere(player, 'Record with my name')).to.equal(false);
  });

  it('leads from the notice over the clip and its question to the end, telling the page of each', async () => {
    const player = await open(aPlayable());
    const heard = hear(
      document,
      'followup-notice',
      'followup-scene',
      'followup-question',
      'followup-answer',
      'followup-end',
    );

    await click(named(player, 'Watch without being recorded'));
    await waitUntil(() => isThere(player, 'people'), 'no question came', { timeout: 8_000 });
    await click(named(player, 'people'));
    await waitUntil(() => read(player).includes('See you soon.'), 'no end came', { timeout: 10_000 });

    expect(heard.map(({ type }) => type)).to.deep.equal([
      'followup-notice',
      'followup-scene',
      'followup-question',
      'followup-answer',
      'followup-scene',
      'followup-end',
    ]);
    expect(heard[3]).to.deep.include({
      question: 'first',
      answer: { type: 'picked', options: ['people'] },
      from: 'welcome',
      recorded: false,
    });
  });

  it('speaks the language around it', async () => {
    const page = await fixture(html`<div lang="ja"><followup-player></followup-player></div>`);
    const player = findOne<FollowupPlayerElement>(page, 'followup-player');
    const ready = oneEvent(player, 'followup-ready');

    player.graph = aPlayable();
    await ready;
    await settle();

    expect(read(player)).to.include('ご覧になる前に');
  });

  it('offers to record with the name that the page passes in, also when it comes later', async () => {
    const player = await open(aPlayable());
    const ready = oneEvent(player, 'followup-ready');

    player.viewer = { name: 'Sakura Sato' };
    await ready;
    await settle();

    expect(isThere(player, 'Record with my name')).to.equal(true);
  });

  it('says something kind where there never was a graph to show, and tells the page every problem', async () => {
    const player = await fixture<FollowupPlayerElement>(html`<followup-player lang="en"></followup-player>`);
    const failed = oneError(player);

    player.graph = broken;
    const event = await failed;
    await settle();

    expect(event.error.code).to.equal('graph-unplayable');
    expect(event.problems.length).to.be.greaterThan(2);
    expect(read(player)).to.include('The video could not be shown');
  });

  it('keeps the last good graph when a bad one comes', async () => {
    const player = await open(aPlayable({ title: 'The good one' }));
    const failed = oneEvent(player, 'followup-error');

    player.graph = broken;
    await failed;
    await settle();

    expect(read(player)).to.include('The good one');
    expect(read(player)).to.not.include('could not be shown');
  });

  it('keeps its place when the same graph comes in another version', async () => {
    const graph = aPlayable();
    const player = await open(graph);
    await click(named(player, 'Watch without being recorded'));
    await waitUntil(() => isThere(player, 'people'), 'no question came', { timeout: 8_000 });
    const ready = oneEvent(player, 'followup-ready');

    player.graph = {
      ...graph,
      version: '2',
      scenes: {
        ...graph.scenes,
        welcome: {
          ...graph.scenes.welcome,
          title: 'Changed',
          question: aSingleChoice({ id: 'first', prompt: 'And now?' }, ['people', 'work']),
        },
      },
    };
    await ready;
    await settle();

    expect(read(player)).to.include('Changed');
    expect(read(player)).to.not.include('Before you watch');
  });

  it('answers an address that is not there kindly, with a way to try again', async () => {
    const player = await fixture<FollowupPlayerElement>(html`<followup-player lang="en"></followup-player>`);
    const failed = oneError(player);

    player.src = '/test/fixtures/no-such-graph.json';
    const event = await failed;
    await settle();

    expect(event.error.code).to.equal('graph-not-found');
    expect(isThere(player, 'Try again')).to.equal(true);
    await expect(player).to.be.accessible();
  });

  it('takes the same room before the graph is there as after', async () => {
    const player = await fixture<FollowupPlayerElement>(
      html`<followup-player lang="en" style="inline-size: 800px"></followup-player>`,
    );
    const before = player.getBoundingClientRect().height;
    const ready = oneEvent(player, 'followup-ready');

    player.graph = aPlayable();
    await ready;
    await settle();

    expect(Math.abs(player.getBoundingClientRect().height - before)).to.be.lessThan(60);
  });

  it('goes on as it was when it is moved in the page', async () => {
    const player = await open(aPlayable());
    const video = findAll(player, 'video')[0];
    const elsewhere = await fixture(html`<div></div>`);

    elsewhere.append(player);
    await aTimeout(0);
    await settle();

    expect(findAll(player, 'video')[0] === video).to.equal(true);
    expect(read(player)).to.include('Before you watch');
  });

  it('comes back after it was away', async () => {
    const player = await open(aPlayable());
    const home = player.parentElement;

    player.remove();
    await aTimeout(0);
    const ready = oneEvent(player, 'followup-ready');
    home?.append(player);
    await ready;
    await settle();

    expect(read(player)).to.include('Before you watch');
  });

  it('hands out the log', async () => {
    const player = await open(aPlayable());

    const log = await player.exportLog('csv');

    expect(log.length).to.be.greaterThan(0);
  });

  it('says so where there is no log to hand out yet', async () => {
    const player = await fixture<FollowupPlayerElement>(html`<followup-player></followup-player>`);

    const code = await player.exportLog().catch((error: { code: string }) => error.code);

    expect(code).to.equal('not-ready');
  });

  it('has as many video elements as the page says, from the first tap on', async () => {
    const player = await fixture<FollowupPlayerElement>(html`<followup-player lang="en" decks="4"></followup-player>`);
    const ready = oneEvent(player, 'followup-ready');
    player.graph = aPlayable();
    await ready;
    await settle();

    await click(named(player, 'Watch without being recorded'));
    await waitUntil(() => isThere(player, 'people'), 'no question came', { timeout: 30_000 });

    expect(findAll(player, 'video')).to.have.length(4);
  });

  it('opens anew with a setting that comes before the viewer chose, and goes on with one that comes after', async () => {
    const player = await open(aPlayable());
    const ready = oneEvent(player, 'followup-ready');
    player.decks = 2;
    await ready;
    await settle();
    await click(named(player, 'Watch without being recorded'));
    await waitUntil(() => isThere(player, 'people'), 'no question came', { timeout: 30_000 });

    player.decks = 5;
    await settle();

    expect(findAll(player, 'video')).to.have.length(2);
    expect(isThere(player, 'people')).to.equal(true);
  });

  it('says which setting does not fit, and plays all the same', async () => {
    const player = await fixture<FollowupPlayerElement>(
      html`<followup-player lang="en" decks="many" prefetch-bytes="-1"></followup-player>`,
    );
    const heard: string[] = [];
    player.addEventListener('followup-error', ({ error }) => heard.push(`${error.code}: ${error.message}`));
    const ready = oneEvent(player, 'followup-ready');

    player.graph = aPlayable();
    await ready;
    await settle();

    // How much is made ready hangs on the computer's memory.
    expect(heard.map((one) => one.replace(/\d+\.$/, 'N.'))).to.deep.equal([
      'setting-unfit: "decks" of <followup-player> is not a number. Write a whole number from 1 to 6, or leave it out; until then it is N.',
      'setting-unfit: "prefetch-bytes" of <followup-player> is -1. Write a whole number from 0 to 50000000, or leave it out; until then it is N.',
    ]);
    expect(read(player)).to.include('Before you watch');
  });

  it('never mind that play and pause come too early', async () => {
    const player = await fixture<FollowupPlayerElement>(html`<followup-player></followup-player>`);

    player.play();
    player.pause();

    expect(player.isConnected).to.equal(true);
  });

  it("is not broken by a page's own styles", async () => {
    const plain = await open(aPlayable());
    const before = findOne(plain, '[part=choice]').getBoundingClientRect();
    const style = document.createElement('style');
    style.textContent = `* { all: unset; font-size: 40px !important; line-height: 3 !important; text-align: right !important;
      letter-spacing: 1em !important; color: red !important; text-transform: uppercase !important; }`;
    document.head.append(style);
    await settle();

    const button = findOne(plain, '[part=choice]');
    const { fontSize, letterSpacing, textTransform, color } = getComputedStyle(button);
    const after = button.getBoundingClientRect();
    style.remove();

    expect([fontSize, letterSpacing, textTransform, color]).to.deep.equal([
      '16px',
      'normal',
      'none',
      'rgb(34, 38, 43)',
    ]);
    expect(Math.round(after.height)).to.equal(Math.round(before.height));
  });

  it('takes its colours from the page, or as it is told', async () => {
    const page = await fixture(html`<div style="color-scheme: dark"></div>`);
    const player = await open(aPlayable());
    page.append(player);
    await settle();
    const surface = () => getComputedStyle(findOne(player, 'followup-notice')).backgroundColor;
    const dark = surface();

    player.appearance = 'light';
    await settle();

    expect([dark, surface()]).to.deep.equal(['rgb(21, 24, 27)', 'rgb(255, 255, 255)']);
  });

  it('lets a page set colours and parts', async () => {
    const style = document.createElement('style');
    style.textContent = `followup-player { --followup-surface: rgb(1, 2, 3); } followup-player::part(choice) { border-width: 7px; }`;
    document.head.append(style);
    const player = await open(aPlayable());

    const notice = getComputedStyle(findOne(player, 'followup-notice')).backgroundColor;
    const choice = getComputedStyle(named(player, 'Record without my name')).borderTopWidth;
    style.remove();

    expect([notice, choice]).to.deep.equal(['rgb(1, 2, 3)', '7px']);
  });
});
