import { expect, fixture, html } from '@open-wc/testing';

import '../../src/define/followup-notice.js';
import type { FollowupNoticeElement } from '../../src/elements/followup-notice.js';
import { aNotice } from '../fixtures.js';
import { click, findAll, named, overflowing, read } from './see.js';
import { wishesOf } from './wishes.js';

const draw = (wish: Partial<FollowupNoticeElement> = {}, width = 720) =>
  fixture<FollowupNoticeElement>(html`
    <followup-notice
      style="inline-size: ${width}px"
      language=${wish.language ?? 'en'}
      .notice=${wish.notice ?? aNotice()}
      .heading=${'A look at the company'}
      .viewerName=${wish.viewerName}
    ></followup-notice>
  `);

const buttons = (notice: Element) => findAll(notice, '.buttons button');

describe('followup-notice', () => {
  it('says who records, what for, who sees it and for how long', async () => {
    const notice = await draw({ notice: aNotice({ contact: 'hr@example.com', retentionDays: 90 }) });

    expect(read(notice)).to.include('Recorded by Example Works, recruiting');
    expect(read(notice)).to.include('What for To answer what you want to know before your first day.');
    expect(read(notice)).to.include('Who sees it The two recruiters. By name only if you choose so.');
    expect(read(notice)).to.include('Kept for 90 days, then deleted');
    expect(read(notice)).to.include('Contact hr@example.com');
  });

  it('says that the video is the same and that the choice touches nothing else', async () => {
    const notice = await draw({ language: 'ja' });

    expect(read(notice)).to.include('どれを選んでも、動画の内容は同じです。');
    expect(read(notice)).to.include('内定や配属、評価に影響することはありません。');
  });

  it('offers to record with a name only if the page passed one', async () => {
    const without = await draw();
    const withName = await draw({ viewerName: '佐藤 さくら' });

    expect(buttons(without).length).to.equal(2);
    expect(buttons(withName).length).to.equal(3);
    expect(read(withName)).to.include('Name: 佐藤 さくら');
  });

  for (const width of [320, 720]) {
    it(`shows the three choices alike at ${width} px`, async () => {
      const notice = await draw({ viewerName: 'Sakura Sato' }, width);

      const looks = buttons(notice).map((button) => {
        const { backgroundColor, color, borderColor, fontWeight, fontSize } = getComputedStyle(button);
        const { width: across, height } = button.getBoundingClientRect();
        return [
          backgroundColor,
          color,
          borderColor,
          fontWeight,
          fontSize,
          Math.round(across),
          Math.round(height),
        ].join();
      });

      expect(new Set(looks).size).to.equal(1);
    });
  }

  it('prefers none of them', async () => {
    const notice = await draw({ viewerName: 'Sakura Sato' });

    const marks = buttons(notice).filter((one) => one.matches(':focus, [autofocus], [aria-pressed], .primary'));

    expect(marks.length).to.equal(0);
  });

  for (const [name, choice] of [
    ['Watch without being recorded', 'unrecorded'],
    ['Record without my name', 'unnamed'],
    ['Record with my name', 'named'],
  ] as const) {
    it(`takes "${name}" as ${choice}`, async () => {
      const notice = await draw({ viewerName: 'Sakura Sato' });
      const wishes = wishesOf(notice);

      await click(named(notice, name));

      expect(wishes).to.deep.equal([['answerNotice', choice]]);
    });
  }

  it('leads to the policy beside the page, so that the player stays', async () => {
    const notice = await draw({ notice: aNotice({ policy: '/privacy' }) });

    const policy = named(notice, 'Privacy policy') as HTMLAnchorElement;

    expect(policy.getAttribute('href')).to.equal('/privacy');
    expect(policy.target).to.equal('_blank');
  });

  it('makes no link of an unsafe address', async () => {
    const notice = await draw({ notice: aNotice({ policy: 'javascript:alert(1)' }) });

    expect(findAll(notice, 'a').length).to.equal(0);
  });

  it('fits on 320 px with long words', async () => {
    const notice = await draw({ notice: aNotice({ readers: 'W'.repeat(200) }), viewerName: 'n'.repeat(120) }, 320);

    expect(overflowing(notice)).to.deep.equal([]);
  });

  it('is accessible', async () => {
    const notice = await draw({ notice: aNotice({ policy: '/privacy' }), viewerName: 'Sakura Sato' });

    await expect(notice).to.be.accessible();
  });
});
