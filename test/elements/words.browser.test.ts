import { expect } from '@open-wc/testing';

import { paragraphsOf } from '../../src/elements/followup-text-version.js';
import { pickLanguage } from '../../src/elements/language.js';
import { messagesIn, type Messages } from '../../src/elements/messages.js';
import { formatTime, speakPosition } from '../../src/elements/time-words.js';

describe('pickLanguage', () => {
  it('takes the first tag that says something', () => {
    expect(pickLanguage('', undefined, null, 'en-GB', 'ja')).to.equal('en');
    expect(pickLanguage('ja-JP', 'en')).to.equal('ja');
  });

  it('is English for a third language and Japanese for none', () => {
    expect(pickLanguage('fr')).to.equal('en');
    expect(pickLanguage()).to.equal('ja');
  });
});

describe('messagesIn', () => {
  it('leaves nothing unsaid in either language', () => {
    const empty = (messages: Messages) =>
      Object.entries(messages).filter(([, words]) => typeof words === 'string' && words.trim() === '');

    expect(empty(messagesIn('ja'))).to.deep.equal([]);
    expect(empty(messagesIn('en'))).to.deep.equal([]);
  });

  it('says one day as one', () => {
    expect(messagesIn('en').retentionDays(1)).to.equal('1 day, then deleted');
    expect(messagesIn('ja').retentionDays(1_000)).to.equal('1,000日間（過ぎると削除されます）');
  });
});

describe('formatTime', () => {
  it('writes minutes and two digits of seconds', () => {
    expect([0, 9.9, 65, 3_600].map(formatTime)).to.deep.equal(['0:00', '0:09', '1:05', '60:00']);
  });

  it('writes zero for what is not known yet', () => {
    expect([NaN, Infinity, -1].map(formatTime)).to.deep.equal(['0:00', '0:00', '0:00']);
  });
});

describe('speakPosition', () => {
  it('leaves the length out until it is known', () => {
    expect(speakPosition(61, 0, messagesIn('en'))).to.equal('1 minute 1 second');
    expect(speakPosition(2, 61, messagesIn('ja'))).to.equal('1分1秒のうち2秒');
  });
});

describe('paragraphsOf', () => {
  it('begins a paragraph at a blank line, whatever the line ends are', () => {
    expect(paragraphsOf('one\r\n\r\ntwo\nstill two\n \nthree\n\n\n\n')).to.deep.equal([
      'one',
      'two\nstill two',
      'three',
    ]);
  });
});
