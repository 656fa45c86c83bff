import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import '../../src/define/followup-rating-question.js';
import type { RatingQuestion } from '../../src/domain/questions/rating.js';
import type { FollowupRatingQuestionElement } from '../../src/elements/followup-rating-question.js';
import type { Language } from '../../src/elements/language.js';
import { aRating } from '../fixtures.js';
import { questionContract } from './question-contract.js';
import { click, findAll, named, read } from './see.js';
import { wishesOf } from './wishes.js';

const draw = (question: RatingQuestion, language: Language = 'en', width = 640) =>
  fixture<FollowupRatingQuestionElement>(html`
    <followup-rating-question
      style="inline-size: ${width}px"
      .question=${question}
      .language=${language}
    ></followup-rating-question>
  `);

const picked = (element: Element) => findAll<HTMLInputElement>(element, 'input').findIndex(({ checked }) => checked);

describe('followup-rating-question', () => {
  questionContract(
    aRating({}, ['calm', 'mostly', 'neither', 'somewhat', 'worried']),
    (question, words) => ({ ...question, steps: question.steps.map(({ id }) => ({ id, label: words })) }),
    draw,
  );

  it('moves along its steps by arrow keys and answers nothing by them', async () => {
    const element = await draw(aRating({}, ['calm', 'neither', 'worried']));
    const wishes = wishesOf(element);
    element.focus();

    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowLeft' });

    expect(picked(element)).to.equal(1);
    expect(wishes).to.deep.equal([]);
  });

  it('is answered by Enter', async () => {
    const element = await draw(aRating({}, ['calm', 'neither', 'worried']));
    const wishes = wishesOf(element);
    element.focus();

    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });

    expect(wishes).to.deep.equal([['answer', { type: 'picked', options: ['neither'] }]]);
  });

  it('is answered by its button', async () => {
    const element = await draw(aRating({}, ['calm', 'neither', 'worried']));
    const wishes = wishesOf(element);

    await click(named(element, 'worried'));
    await click(named(element, 'Answer'));

    expect(wishes).to.deep.equal([['answer', { type: 'picked', options: ['worried'] }]]);
  });

  it('asks kindly for a step where none was picked', async () => {
    const element = await draw(aRating(), 'ja');
    const wishes = wishesOf(element);

    await click(named(element, '回答する'));

    expect(wishes).to.deep.equal([]);
    expect(read(element)).to.include('ひとつお選びください。');
  });

  it('shows what was given before', async () => {
    const element = await draw(aRating({}, ['calm', 'neither', 'worried']));

    element.given = { type: 'picked', options: ['worried'] };
    await element.updateComplete;

    expect(picked(element)).to.equal(2);
  });

  it('shows eleven steps without sticking out', async () => {
    const steps = Array.from({ length: 11 }, (_, index) => `step-${index}`);

    const element = await draw(aRating({}, steps), 'en', 640);

    expect(findAll(element, 'input').length).to.equal(11);
    expect(element.scrollWidth).to.equal(640);
  });
});
