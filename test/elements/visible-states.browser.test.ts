import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define/followup-stage.js';
import type { FollowupStageElement } from '../../src/elements/followup-stage.js';
import type { MediaFacts } from '../../src/elements/media-facts.js';
import type { PlayerView } from '../../src/runtime/player-view.js';
import { aClip, aFreeText, aGraph, aMultipleChoice, aRating, aSingleChoice } from '../fixtures.js';
import { bringRecord } from '../../src/elements/bring-record.js';
import { aDesk, aSession } from './fake-session.js';
import { aRecord } from './own-record.js';
import { click, findAll, named, overflowing, settle } from './see.js';

const clip = aClip({ poster: undefined });
const graph = aGraph({
  ask: { prompt: 'What would you like to ask us?', help: 'We answer within the week.' },
  scenes: {
    welcome: { clip, question: aSingleChoice({ help: 'Pick any.' }, ['people', 'work', 'career', 'on']) },
    several: { clip, question: aMultipleChoice() },
    rating: { clip, question: aRating({}, ['calm', 'mostly', 'neither', 'somewhat', 'worried']) },
    words: { clip, question: aFreeText() },
    end: { clip, ending: { message: 'Bye.', links: [{ label: 'Write', href: 'mailto:a@b.example' }] } },
  },
});
const way = [
  { visit: 1, scene: 'welcome', title: 'Welcome' },
  { visit: 2, scene: 'several', title: 'Several' },
];
const opened = (name: string) => async (stage: FollowupStageElement) => click(named(stage, name));

type Prepare = (stage: FollowupStageElement) => Promise<void>;

const openedRecord = async (stage: FollowupStageElement): Promise<void> => {
  await click(named(stage, '記録の確認・変更'));
  await bringRecord();
  await settle();
  for (const details of findAll<HTMLDetailsElement>(stage, 'details')) details.open = true;
};

const STATES: Readonly<Record<string, [Partial<PlayerView>, Prepare?, Partial<MediaFacts>?]>> = {
  notice: [{ life: 'notice' }],
  'what is recorded, before the notice is answered': [
    { life: 'notice' },
    async (stage) => {
      await click(named(stage, '記録の確認・変更'));
      await bringRecord();
      await settle();
    },
  ],
  loading: [{ life: 'loading' }],
  playing: [{ life: 'playing' }],
  paused: [{ life: 'paused' }],
  stalled: [{ life: 'stalled' }],
  'a single choice': [{ life: 'asking', seen: ['people'] }],
  'a multiple choice': [{ life: 'asking', sceneId: 'several' }],
  'a rating': [{ life: 'asking', sceneId: 'rating' }],
  'a free text': [{ life: 'asking', sceneId: 'words' }],
  reading: [{ life: 'reading', reading: true }],
  'a question under a text': [{ life: 'asking', reading: true }],
  'playing, with a choice of sounds': [
    { life: 'playing' },
    async () => undefined,
    {
      audio: 'ja',
      audios: [
        { language: 'ja', label: '日本語' },
        { language: 'en', label: 'English' },
      ],
    },
  ],
  failed: [{ life: 'failed' }],
  'failed, as it is not there': [{ life: 'failed', failure: 'not-found' }],
  'failed, as it cannot be played': [{ life: 'failed', failure: 'unplayable' }],
  ended: [{ life: 'ended', sceneId: 'end' }],
  'the way taken': [{ life: 'paused', way, canGoBack: true }, opened('ここまでの流れ')],
  'a question to the company': [{ life: 'paused' }, opened('会社に質問する')],
  'what is recorded': [{ life: 'paused', choice: 'named', way }, openedRecord],
  'what is recorded of nobody': [{ life: 'paused', choice: 'unrecorded' }, openedRecord],
  'a question to the company, unrecorded': [{ life: 'paused', choice: 'unrecorded' }, opened('会社に質問する')],
};

async function draw(name: string, width: number, scheme: string): Promise<FollowupStageElement> {
  const [view, prepare, facts] = STATES[name] ?? [{}];
  const page = await fixture<HTMLElement>(html`
    <div style="inline-size: ${width}px; color-scheme: ${scheme}; background: Canvas" lang="ja">
      <followup-stage
        language="ja"
        viewer-name="佐藤 さくら"
        .session=${aSession(graph, view, facts, view.choice === 'named' ? aDesk(aRecord('named')) : undefined)}
      ></followup-stage>
    </div>
  `);
  const stage = page.querySelector('followup-stage');
  if (!stage) throw new Error('Not drawn.');
  await settle();
  if (width < 600 && prepare && view.life !== 'notice') await click(named(stage, 'その他の操作'));
  await prepare?.(stage);
  await settle();
  // The card fades in: its colours count once it is there.
  stage.shadowRoot
    ?.getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    .forEach((animation) => animation.finish());
  return stage;
}

describe('every state that a viewer can meet', () => {
  for (const name of Object.keys(STATES)) {
    for (const [width, scheme] of [
      [320, 'dark'],
      [800, 'light'],
    ] as const) {
      it(`${name} is accessible and fits on ${width} px in ${scheme} colours`, async () => {
        const stage = await draw(name, width, scheme);

        await expect(stage).to.be.accessible();
        expect(overflowing(stage)).to.deep.equal([]);
      });
    }
  }
});
