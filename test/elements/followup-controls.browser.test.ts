import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import '../../src/define/followup-controls.js';
import '../../src/define/followup-journey.js';
import '../../src/define/followup-settings.js';
import type { FollowupControlsElement } from '../../src/elements/followup-controls.js';
import type { MediaFacts } from '../../src/elements/media-facts.js';
import type { PlayerView } from '../../src/runtime/player-view.js';
import { aClip, aGraph } from '../fixtures.js';
import { aSession, aView } from './fake-session.js';
import { click, findAll, findOne, focused, focusedName, isThere, named, overflowing } from './see.js';
import { wishesOf } from './wishes.js';

const graph = aGraph({
  scenes: {
    welcome: {
      clip: aClip({
        poster: undefined,
        durationSeconds: 65,
        captions: [
          { src: 'ja.vtt', language: 'ja', label: '日本語' },
          { src: 'en.vtt', language: 'en', label: 'English' },
        ],
      }),
      branches: [{ to: 'end' }],
    },
    end: { ending: {} },
  },
});

async function draw(
  view: Partial<PlayerView> = {},
  facts: Partial<MediaFacts> = {},
  width = 800,
  language = 'en',
): Promise<FollowupControlsElement> {
  const session = aSession(graph, view, facts);
  const shown = aView(graph, view);
  return fixture<FollowupControlsElement>(html`
    <followup-controls
      style="inline-size: ${width}px"
      language=${language}
      .view=${shown}
      .facts=${session.media.facts()}
    >
      <followup-settings
        slot="settings"
        language=${language}
        .facts=${session.media.facts()}
        .captions=${shown.scene.clip?.captions ?? []}
      ></followup-settings>
      <followup-journey slot="journey" language=${language} .view=${shown}></followup-journey>
    </followup-controls>
  `);
}

const seekBar = (controls: Element) => findOne<HTMLInputElement>(controls, '.seek');

describe('followup-controls', () => {
  it('says the position as one would aloud', async () => {
    const controls = await draw({}, { currentSeconds: 61.9 }, 800, 'ja');

    expect(seekBar(controls).getAttribute('aria-valuetext')).to.equal('1分5秒のうち1分1秒');
    expect(findOne(controls, '.time').textContent).to.equal('1:01 / 1:05');
  });

  it('seeks by five seconds with an arrow key, and never past the ends', async () => {
    const controls = await draw({}, { currentSeconds: 62 });
    const wishes = wishesOf(controls);

    seekBar(controls).focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowLeft' });

    expect(wishes).to.deep.equal([
      ['seek', 65],
      ['seek', 57],
    ]);
  });

  it('seeks where the bar is pressed', async () => {
    const controls = await draw();
    const wishes = wishesOf(controls);

    await click(seekBar(controls));

    expect(wishes.map(([name, seconds]) => [name, Math.round(Number(seconds))])).to.deep.equal([['seek', 33]]);
  });

  it('has nothing to play or seek in while a question stands', async () => {
    const controls = await draw({ life: 'asking' });

    expect(seekBar(controls).disabled).to.equal(true);
    expect((named(controls, 'Play') as HTMLButtonElement).disabled).to.equal(true);
  });

  it('changes the speed', async () => {
    const controls = await draw();
    const wishes = wishesOf(controls);

    const [speed] = findAll<HTMLSelectElement>(controls, 'select');
    speed?.focus();
    await sendKeys({ press: 'ArrowDown' });

    expect(wishes).to.deep.equal([['setRate', 1.25]]);
  });

  it('turns captions on by their language', async () => {
    const controls = await draw();
    const wishes = wishesOf(controls);

    findAll<HTMLSelectElement>(controls, 'select')[1]?.focus();
    await sendKeys({ type: 'Eng' });

    expect(wishes.at(-1)).to.deep.equal(['setCaptions', 'en']);
  });

  const sounds = [
    { language: 'ja', label: '日本語' },
    { language: 'en', label: 'English' },
  ];

  it('changes the language of the sound, where there is a choice', async () => {
    const controls = await draw({}, { audio: 'ja', audios: sounds });
    const wishes = wishesOf(controls);

    const [, sound] = findAll<HTMLSelectElement>(controls, 'select');
    expect(sound?.closest('label')?.innerText.trim()).to.match(/^Audio/);
    expect(sound?.value).to.equal('ja');
    sound?.focus();
    await sendKeys({ type: 'Eng' });

    expect(wishes.at(-1)).to.deep.equal(['setAudio', 'en']);
  });

  it('has no menu for the sound where there is one only', async () => {
    const controls = await draw();

    expect(findAll(controls, 'select')).to.have.length(2);
  });

  it('offers what captions the stream brings after those of the graph', async () => {
    const controls = await draw({}, { streamCaptions: [{ language: 'zh', label: '' }] });

    const [, captions] = findAll<HTMLSelectElement>(controls, 'select');

    expect([...(captions?.options ?? [])].map(({ text }) => text)).to.deep.equal(['Off', '日本語', 'English', 'zh']);
  });

  it('is left by Tab from every menu', async () => {
    const controls = await draw({}, { audio: 'ja', audios: sounds });

    findAll<HTMLSelectElement>(controls, 'select')[1]?.focus();
    await sendKeys({ press: 'Tab' });
    expect(focused()?.localName).to.equal('select');
    await sendKeys({ press: 'Tab' });

    expect(focused()?.localName).to.equal('button');
  });

  it('mutes, and shows that it is muted', async () => {
    const controls = await draw({}, { muted: true, volume: 0.5 });
    const wishes = wishesOf(controls);

    await click(named(controls, 'Unmute'));

    expect(wishes).to.deep.equal([['setMuted', false]]);
    expect(findOne(controls, '.volume').getAttribute('aria-valuetext')).to.equal('0 percent');
  });

  it('keeps the rarer controls behind one button on a phone', async () => {
    const controls = await draw({}, {}, 320);
    const before = isThere(controls, 'Read as text');

    await click(named(controls, 'More controls'));

    expect(before).to.equal(false);
    expect(isThere(controls, 'Read as text')).to.equal(true);
    expect(named(controls, 'More controls').getAttribute('aria-expanded')).to.equal('true');
  });

  it('folds them away on Escape and gives the focus back', async () => {
    const controls = await draw({}, {}, 320);

    await click(named(controls, 'More controls'));
    named(controls, 'Read as text').focus();
    await sendKeys({ press: 'Escape' });

    expect(isThere(controls, 'Read as text')).to.equal(false);
    expect(focusedName()).to.equal('More controls');
  });

  it('folds them away when the next scene comes, and keeps the focus', async () => {
    const controls = await draw({}, {}, 320);
    await click(named(controls, 'More controls'));
    named(controls, 'Read as text').focus();

    controls.view = aView(graph, { way: [...aView(graph).way, { visit: 2, scene: 'welcome', title: 'Welcome' }] });
    await controls.updateComplete;

    expect(isThere(controls, 'Read as text')).to.equal(false);
    expect(focusedName()).to.equal('More controls');
  });

  it('leaves them open while the same clip goes on', async () => {
    const controls = await draw({}, {}, 320);
    await click(named(controls, 'More controls'));

    controls.view = aView(graph, { life: 'paused' });
    await controls.updateComplete;

    expect(isThere(controls, 'Read as text')).to.equal(true);
  });

  it('cannot go back from the first scene', async () => {
    const controls = await draw({ canGoBack: false });

    expect((named(controls, 'Previous scene') as HTMLButtonElement).disabled).to.equal(true);
  });

  for (const width of [320, 360, 800]) {
    it(`fits on ${width} px with 44 px to press`, async () => {
      const controls = await draw({}, {}, width, 'ja');
      if (width < 600) await click(named(controls, 'その他の操作'));

      const small = findAll(controls, 'button')
        .filter((one) => one.checkVisibility())
        .filter((one) => one.getBoundingClientRect().height < 44);

      expect(overflowing(controls)).to.deep.equal([]);
      expect(small.length).to.equal(0);
    });
  }

  for (const language of ['ja', 'en']) {
    it(`is accessible in ${language}`, async () => {
      const controls = await draw({}, {}, 800, language);

      await expect(controls).to.be.accessible();
    });
  }
});
