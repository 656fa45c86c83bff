import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import '../../src/define/followup-free-text-question.js';
import type { FreeTextQuestion } from '../../src/domain/questions/free-text.js';
import type { FollowupFreeTextQuestionElement } from '../../src/elements/followup-free-text-question.js';
import type { Language } from '../../src/elements/language.js';
import { aFreeText } from '../fixtures.js';
import { questionContract } from './question-contract.js';
import { click, findOne, named, read } from './see.js';
import { wishesOf } from './wishes.js';

const draw = (question: FreeTextQuestion, language: Language = 'en', width = 640) =>
  fixture<FollowupFreeTextQuestionElement>(html`
    <followup-free-text-question
      style="inline-size: ${width}px"
      .question=${question}
      .language=${language}
    ></followup-free-text-question>
  `);

const field = (element: Element) => findOne<HTMLTextAreaElement>(element, 'textarea');

describe('followup-free-text-question', () => {
  questionContract(aFreeText(), (question) => question, draw);

  it("answers with the viewer's words, without the space around them", async () => {
    const element = await draw(aFreeText());
    const wishes = wishesOf(element);

    field(element).focus();
    await sendKeys({ type: '  What do I bring? ' });
    await click(named(element, 'Answer'));

    expect(wishes).to.deep.equal([['answer', { type: 'written', text: 'What do I bring?' }]]);
  });

  it('begins a new line on Enter and does not answer', async () => {
    const element = await draw(aFreeText());
    const wishes = wishesOf(element);

    field(element).focus();
    await sendKeys({ type: 'one' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'two' });

    expect(field(element).value).to.equal('one\ntwo');
    expect(wishes).to.deep.equal([]);
  });

  it('says how many characters are left', async () => {
    const element = await draw(aFreeText({ maxLength: 10 }), 'ja');

    field(element).focus();
    await sendKeys({ type: 'abcdefghijklmn' });

    expect(field(element).value).to.equal('abcdefghij');
    expect(read(element)).to.include('あと0文字');
  });

  it('points to 答えたくない where nothing was written', async () => {
    const element = await draw(aFreeText(), 'ja');
    const wishes = wishesOf(element);

    await click(named(element, '回答する'));

    expect(wishes).to.deep.equal([]);
    expect(read(element)).to.include('お書きになりたくないときは「答えたくない」を押してください。');
  });

  it('shows what was written before', async () => {
    const element = await draw(aFreeText());

    element.given = { type: 'written', text: 'What do I bring?' };
    await element.updateComplete;

    expect(field(element).value).to.equal('What do I bring?');
  });
});
