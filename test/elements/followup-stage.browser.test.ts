import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';

import '../../src/define/followup-stage.js';
import type { Graph } from '../../src/domain/graph.js';
import type { MediaFacts } from '../../src/elements/media-facts.js';
import type { FollowupStageElement } from '../../src/elements/followup-stage.js';
import type { PlayerView } from '../../src/runtime/player-view.js';
import type { RecordDesk } from '../../src/runtime/record-desk.js';
import { aClip, aFreeText, aGraph, aSingleChoice } from '../fixtures.js';
import { bringRecord } from '../../src/elements/bring-record.js';
import { aDesk, aSession, aView, type FakeSession } from './fake-session.js';
import { aRecord } from './own-record.js';
import { click, findAll, findOne, focused, focusedName, isThere, named, read, settle } from './see.js';

const clip = aClip({ poster: undefined });
const graph: Graph = aGraph({
  ask: { prompt: 'What would you like to ask us?' },
  branches: { welcome: ['hub'], hub: ['words'], words: ['end'], end: [] },
  scenes: {
    welcome: { clip },
    end: { clip },
    hub: { clip, hub: true, question: aSingleChoice({ prompt: 'What first?' }, ['people', 'work']) },
    words: { clip, question: aFreeText({ prompt: 'In your words?' }) },
  },
});
const way = (...scenes: string[]): PlayerView['way'] =>
  scenes.map((scene, index) => ({ visit: index + 1, scene, title: `Title of ${scene}` }));
const asking: Partial<PlayerView> = aView(graph, {
  life: 'asking',
  sceneId: 'hub',
  way: way('welcome', 'hub'),
  canGoBack: true,
});

interface Opened {
  readonly stage: FollowupStageElement;
  readonly session: FakeSession;
}

async function open(
  view: Partial<PlayerView> = {},
  facts: Partial<MediaFacts> = {},
  width = 800,
  desk?: RecordDesk,
): Promise<Opened> {
  const session = aSession(graph, view, facts, desk);
  const stage = await fixture<FollowupStageElement>(html`
    <followup-stage style="inline-size: ${width}px" .session=${session} language="en"></followup-stage>
  `);
  await settle();
  return { stage, session };
}

const names = ({ calls }: FakeSession): string[] => calls.map(([name]) => name);
const status = (stage: Element): string => findAll(stage, '[role=status]')[0]?.textContent?.trim() ?? '';

describe('followup-stage', () => {
  it('keeps one and the same video element through every change', async () => {
    const { stage, session } = await open();
    const video = session.media.element;

    for (const life of ['paused', 'stalled', 'asking', 'failed', 'reading', 'ended', 'playing'] as const) {
      session.show({ life, question: life === 'asking' ? graph.scenes.hub?.question : undefined });
      await settle();
    }

    expect(findAll(stage, 'video').length).to.equal(1);
    expect(findAll(stage, 'video')[0] === video).to.equal(true);
  });

  it('plays and pauses by a press on the picture', async () => {
    const { stage, session } = await open({ life: 'paused' });

    await click(findOne(stage, '.picture'));
    session.show({ life: 'playing' });
    await settle();
    await click(findOne(stage, '.picture'));

    expect(names(session)).to.deep.equal(['play', 'pause']);
  });

  it('says that it waits, late and without a blank picture', async () => {
    const { stage, session } = await open({ life: 'loading' });

    expect(read(stage)).to.include('Loading');
    session.show({ life: 'stalled' });
    await settle();
    expect(read(stage)).to.include('Waiting for the connection');
    expect(findAll(stage, 'video')[0]?.checkVisibility()).to.equal(true);
  });
});

describe('followup-stage, focus', () => {
  it('goes to the prompt when a question comes', async () => {
    const { stage, session } = await open();
    named(stage, 'Pause').focus();

    session.show(asking);
    await settle();

    expect(focusedName()).to.equal('What first?');
  });

  it('goes to the prompt also when nothing had it', async () => {
    const { session } = await open();

    session.show(asking);
    await settle();

    expect(focusedName()).to.equal('What first?');
  });

  it('stays with someone who is writing elsewhere in the page', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="A field of the page" />`);
    const { stage, session } = await open();
    field.focus();

    session.show(asking);
    await settle();

    expect(focusedName()).to.equal('A field of the page');
    expect(status(stage)).to.equal('Question: What first?');
  });

  it('goes from the answer to play and pause, and not to nowhere', async () => {
    const { stage, session } = await open(asking);

    await click(named(stage, 'people'));
    session.show({ life: 'playing', question: undefined, way: way('welcome', 'hub', 'welcome') });
    await settle();

    expect(focusedName()).to.equal('Pause');
  });

  it('goes on to the next question where one follows at once', async () => {
    const { stage, session } = await open(asking);

    await click(named(stage, 'people'));
    session.show(aView(graph, { life: 'asking', sceneId: 'words', way: way('welcome', 'hub', 'words') }));
    await settle();

    expect(focusedName()).to.equal('In your words?');
  });

  it('stays in the controls while scenes follow one another', async () => {
    const { stage, session } = await open();
    named(stage, 'Restart this scene').focus();

    session.show(aView(graph, { sceneId: 'hub', way: way('welcome', 'hub') }));
    await settle();

    expect(focusedName()).to.equal('Restart this scene');
    expect(status(stage)).to.equal('Title of hub');
  });

  for (const [life, name] of [
    ['failed', 'The video could not be played'],
    ['ended', 'Thank you for watching'],
  ] as const) {
    it(`goes to the heading when the video has ${life}`, async () => {
      const { stage, session } = await open();
      named(stage, 'Pause').focus();

      session.show({ life });
      await settle();

      expect(focusedName()).to.equal(name);
      expect(status(stage)).to.equal(name);
    });
  }

  it('goes to the text when the viewer reads instead', async () => {
    const { stage, session } = await open();

    await click(named(stage, 'Read as text'));
    session.show({ life: 'reading', reading: true });
    await settle();

    expect(focusedName()).to.equal('Title of welcome');
  });

  it('is not taken when the player is first drawn', async () => {
    await open(asking);

    expect(focused() === document.body).to.equal(true);
  });
});

describe('followup-stage, questions', () => {
  it('announces the prompt', async () => {
    const { stage, session } = await open();

    session.show(asking);
    await settle();

    expect(status(stage)).to.equal('Question: What first?');
  });

  it('marks what a hub has shown', async () => {
    const { stage } = await open({ ...asking, seen: ['people'] });

    expect(named(stage, 'people').textContent).to.include('Seen');
  });

  it('keeps keys from the video and from the page', async () => {
    const heard: string[] = [];
    const hear = ({ key }: KeyboardEvent): void => void heard.push(key);
    document.addEventListener('keydown', hear);
    const { stage, session } = await open(
      aView(graph, { life: 'asking', sceneId: 'words', way: way('welcome', 'words') }),
    );

    findOne(stage, 'textarea').focus();
    await sendKeys({ type: 'kmcf k' });
    await sendKeys({ press: 'ArrowLeft' });
    document.removeEventListener('keydown', hear);

    expect(findOne<HTMLTextAreaElement>(stage, 'textarea').value).to.equal('kmcf k');
    expect(names(session)).to.deep.equal([]);
    expect(heard).to.deep.equal([]);
  });

  it('leave the video alone while they stand, whatever has the focus', async () => {
    const { stage, session } = await open(asking);

    named(stage, 'Your way so far').focus();
    await sendKeys({ press: 'k' });
    await sendKeys({ press: 'ArrowRight' });

    expect(names(session)).to.deep.equal([]);
  });

  it('keep what is half written while another panel is open', async () => {
    const { stage } = await open(aView(graph, { life: 'asking', sceneId: 'words', way: way('welcome', 'words') }));

    findOne(stage, 'textarea').focus();
    await sendKeys({ type: 'half a' });
    await click(named(stage, 'Your way so far'));
    await settle();
    await sendKeys({ press: 'Escape' });
    await settle();

    expect(findOne<HTMLTextAreaElement>(stage, 'textarea').value).to.equal('half a');
  });

  for (const width of [320, 800]) {
    it(`are never cut off at ${width} px, however long`, async () => {
      const options = Array.from({ length: 30 }, (_, index) => `option-${index}`);
      const long = {
        ...graph,
        scenes: { ...graph.scenes, hub: { title: 'Hub', question: aSingleChoice({}, options) } },
      };

      const { stage } = await open(
        aView(long as Graph, { life: 'asking', sceneId: 'hub', way: way('hub') }),
        {},
        width,
      );

      const player = findOne(stage, '.player').getBoundingClientRect();
      const last = named(stage, 'I’d rather not say').getBoundingClientRect();
      expect(last.bottom).to.be.at.most(player.bottom);
      expect(last.height).to.be.at.least(44);
    });
  }
});

describe('followup-stage, keys', () => {
  for (const [press, call] of [
    ['k', ['pause']],
    ['m', ['setMuted', true]],
    ['c', ['setCaptions', 'en']],
    ['ArrowRight', ['seek', 9]],
    ['ArrowLeft', ['seek', 0]],
    ['ArrowDown', ['setVolume', 0.9]],
  ] as const) {
    it(`${press} does ${call.join(' ')}`, async () => {
      const { stage, session } = await open();

      named(stage, 'Pause').focus();
      await sendKeys({ press });

      expect(session.calls).to.deep.equal([call]);
    });
  }

  it('presses what has the focus by the space bar, once', async () => {
    const { stage, session } = await open();

    named(stage, 'Pause').focus();
    await sendKeys({ press: 'Space' });

    expect(names(session)).to.deep.equal(['pause']);
  });

  it('turns captions off again by c', async () => {
    const { stage, session } = await open({}, { captions: 'en' });

    named(stage, 'Pause').focus();
    await sendKeys({ press: 'c' });

    expect(session.calls).to.deep.equal([['setCaptions', undefined]]);
  });

  it('turns captions of the stream on by c, where the graph names none', async () => {
    const scene = { title: 'Welcome', clip: { sources: [{ src: 'film.m3u8' }] } };
    const { stage, session } = await open({ scene }, { streamCaptions: [{ language: 'fr', label: 'Français' }] });

    named(stage, 'Pause').focus();
    await sendKeys({ press: 'c' });

    expect(session.calls).to.deep.equal([['setCaptions', 'fr']]);
  });

  it("leaves the browser's own combinations alone", async () => {
    const { stage, session } = await open();

    named(stage, 'Pause').focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'm' });
    await sendKeys({ up: 'Control' });

    expect(names(session)).to.deep.equal([]);
  });

  it('does nothing while the focus is elsewhere', async () => {
    const { session } = await open();

    await sendKeys({ press: 'k' });

    expect(names(session)).to.deep.equal([]);
  });

  it('fills the screen and leaves it again by f', async () => {
    const { stage } = await open();

    named(stage, 'Pause').focus();
    await sendKeys({ press: 'f' });
    await settle();
    const filled = isThere(stage, 'Leave full screen');
    await sendKeys({ press: 'f' });
    await settle();

    expect(filled).to.equal(true);
    expect(isThere(stage, 'Leave full screen')).to.equal(false);
  });

  it('fills the viewport where the element may not go full screen, and leaves it by Escape', async () => {
    const { stage } = await open(asking);
    stage.requestFullscreen = () => Promise.reject(new TypeError('refused'));

    await click(named(stage, 'Full screen'));
    await settle();
    const box = stage.getBoundingClientRect();
    const question = read(stage);
    await sendKeys({ press: 'Escape' });
    await settle();

    expect([box.left, box.top, box.width, box.height]).to.deep.equal([0, 0, innerWidth, innerHeight]);
    expect(question).to.include('What first?');
    expect(stage.getBoundingClientRect().width).to.equal(800);
  });
});

describe('followup-stage, filling the viewport', () => {
  it('lets a long text and its question be scrolled to their end', async () => {
    const text = Array.from({ length: 60 }, (_, index) => `Paragraph ${index}.`).join('\n\n');
    const scene = { ...graph.scenes.hub, title: 'Hub', text };
    const { stage } = await open({ ...asking, reading: true, scene });
    stage.requestFullscreen = () => Promise.reject(new TypeError('refused'));

    await click(named(stage, 'Full screen'));
    await settle();
    const decline = named(stage, 'I’d rather not say');
    decline.scrollIntoView({ block: 'center' });
    await settle();
    const { top, bottom } = decline.getBoundingClientRect();

    expect(top).to.be.greaterThan(0);
    expect(bottom).to.be.lessThan(innerHeight);
  });
});

describe('followup-stage, panels', () => {
  it('opens the way taken, pausing the video, and gives the focus back on Escape', async () => {
    const { stage, session } = await open({ way: way('welcome', 'hub'), canGoBack: true });

    await click(named(stage, 'Your way so far'));
    session.show({ life: 'paused' });
    await settle();
    const inside = focusedName();
    await sendKeys({ press: 'Escape' });
    await settle();

    expect(inside).to.equal('Your way so far');
    expect(focusedName()).to.equal('Your way so far');
    expect(focused()?.localName).to.equal('button');
    expect(names(session)).to.deep.equal(['pause', 'play']);
  });

  it('opens the record from the notice, and leads back to it unanswered', async () => {
    const { stage, session } = await open({ life: 'notice' });

    await click(named(stage, 'My record'));
    await bringRecord();
    await settle();
    const inside = focusedName();
    await sendKeys({ press: 'Escape' });
    await settle();

    expect(inside).to.equal('My record');
    expect(focusedName()).to.equal('My record');
    expect(isThere(stage, 'Watch without being recorded')).to.equal(true);
    expect(names(session)).to.deep.equal([]);
  });

  it('brings the record into view, where it takes the place of a far taller notice', async () => {
    await setViewport({ width: 360, height: 400 });
    const notice = { ...graph.notice, purpose: 'To answer what you would like to know. '.repeat(100) };
    const { stage } = await open({ life: 'notice', graph: { ...graph, notice } });
    const page = document.createElement('div');
    page.style.height = '3000px';
    document.body.append(page);
    const button = named(stage, 'My record');
    button.scrollIntoView({ block: 'start' });

    await click(button);
    await bringRecord();
    await settle();

    const { top } = findOne(stage, 'followup-record').getBoundingClientRect();
    page.remove();
    await setViewport({ width: 800, height: 600 });
    // It rises by some pixels as it opens.
    expect(top).to.be.within(-10, 390);
  });

  it('stays as tall as it is where a long panel opens, and lets it scroll under its head', async () => {
    const { stage } = await open({ life: 'paused', way: way('welcome') }, {}, 820, aDesk(aRecord('named')));
    const before = stage.offsetHeight;

    await click(named(stage, 'My record'));
    await bringRecord();
    await settle();
    // It fades in: its colours count once it is there.
    stage.shadowRoot?.getAnimations().forEach((animation) => animation.finish());
    const panel = findOne(stage, 'followup-record');
    const { clientHeight, scrollHeight } = panel;
    panel.scrollTop = scrollHeight;
    await settle();
    const [box, close] = [panel, named(stage, 'Close')].map((one) => one.getBoundingClientRect());

    expect(stage.offsetHeight).to.equal(before);
    expect(scrollHeight).to.be.above(clientHeight);
    expect(close?.top).to.be.at.least(box?.top ?? Infinity);
    await expect(stage).to.be.accessible();

    named(stage, 'Delete').focus();
    await settle();
    expect(focused()?.getBoundingClientRect().top).to.be.at.least(named(stage, 'Close').getBoundingClientRect().bottom);
  });

  it('does not start a video that was paused before', async () => {
    const { stage, session } = await open({ life: 'paused' });

    await click(named(stage, 'Your way so far'));
    await settle();
    await click(named(stage, 'Close'));
    await settle();

    expect(names(session)).to.deep.equal([]);
  });

  it('leads back to an earlier scene', async () => {
    const { stage, session } = await open({ life: 'paused', way: way('welcome', 'hub', 'words'), canGoBack: true });

    await click(named(stage, 'Your way so far'));
    await settle();
    await click(named(stage, 'Go back to “Title of welcome”'));
    await settle();

    expect(session.calls).to.deep.equal([['goBack', 1]]);
    expect(isThere(stage, 'Close')).to.equal(false);
  });

  it('takes a question to the company', async () => {
    const { stage, session } = await open({ life: 'paused' });

    await click(named(stage, 'Ask the company'));
    await settle();
    findOne(stage, 'textarea').focus();
    await sendKeys({ type: 'When is lunch?' });
    await click(named(stage, 'Send'));
    await settle();

    expect(session.calls).to.deep.equal([['ask', 'When is lunch?', undefined]]);
    expect(read(stage)).to.include('Your question is on its way.');
  });

  it('offers no field to who is not recorded, and says why', async () => {
    const { stage } = await open({ life: 'paused', choice: 'unrecorded' });

    await click(named(stage, 'Ask the company'));
    await settle();

    expect(read(stage)).to.include('nothing is sent from here');
    expect(findAll(stage, 'textarea').length).to.equal(0);
  });

  it('offers no question to the company where the author takes none', async () => {
    const { ask: _, ...mute } = graph;
    const { stage } = await open(aView(mute as Graph));

    expect(isThere(stage, 'Ask the company')).to.equal(false);
  });
});

describe('followup-stage, text and endings', () => {
  it('shows the text with a way on', async () => {
    const { stage, session } = await open({ life: 'reading', reading: true });

    await click(named(stage, 'Continue'));

    expect(read(stage)).to.include('Text of welcome.');
    expect(names(session)).to.deep.equal(['goOn']);
  });

  it('puts the question under the text', async () => {
    const { stage } = await open({ ...asking, reading: true });

    const words = read(stage);

    expect(words.indexOf('Text of hub.')).to.be.greaterThan(-1);
    expect(words.indexOf('What first?')).to.be.greaterThan(words.indexOf('Text of hub.'));
  });

  it('leads back to the video', async () => {
    const { stage, session } = await open({ life: 'reading', reading: true });

    await click(named(stage, 'Watch the video'));

    expect(names(session)).to.deep.equal(['watchVideo']);
  });

  it('offers to try again, the text, and to go on, after a failure', async () => {
    const { stage, session } = await open({ life: 'failed' });

    await click(named(stage, 'Try again'));
    await click(named(stage, 'Read as text'));
    await click(named(stage, 'Skip this video'));

    expect(names(session)).to.deep.equal(['retry', 'readText', 'passClip']);
  });

  it('ends with the message, safe links and ways to begin again', async () => {
    const links = [
      { label: 'Book a talk', href: 'https://example.com/talk' },
      { label: 'Write to us', href: 'mailto:hr@example.com' },
      { label: 'Bad', href: 'javascript:alert(1)' },
    ];
    const scene = { title: 'End', ending: { message: 'See you soon.', links } };
    const { stage, session } = await open({ life: 'ended', scene: { ...graph.scenes.welcome, ...scene } });

    await click(named(stage, 'Watch this scene again'));
    await click(named(stage, 'Start from the beginning'));

    expect(read(stage)).to.include('See you soon.');
    expect(findAll<HTMLAnchorElement>(stage, 'a').map(({ href, target }) => [href, target])).to.deep.equal([
      ['https://example.com/talk', '_blank'],
      ['mailto:hr@example.com', ''],
    ]);
    expect(names(session)).to.deep.equal(['replay', 'startOver']);
  });
});
