import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import '../../src/define/followup-single-choice-question.js';
import type { SingleChoiceQuestion } from '../../src/domain/questions/single-choice.js';
import type { Language } from '../../src/elements/language.js';
import type { FollowupSingleChoiceQuestionElement } from '../../src/elements/followup-single-choice-question.js';
import { aSingleChoice } from '../fixtures.js';
import { questionContract } from './question-contract.js';
import { click, focusedName, named } from './see.js';
import { wishesOf } from './wishes.js';

const draw = (question: SingleChoiceQuestion, language: Language = 'en', width = 640) =>
  fixture<FollowupSingleChoiceQuestionElement>(html`
    <followup-single-choice-question
      style="inline-size: ${width}px"
      .question=${question}
      .language=${language}
    ></followup-single-choice-question>
  `);

describe('followup-single-choice-question', () => {
  questionContract(
    aSingleChoice({}, ['people', 'work', 'career', 'on']),
    (question, words) => ({ ...question, options: question.options.map(({ id }) => ({ id, label: words })) }),
    draw,
  );

  it('answers with one press', async () => {
    const element = await draw(aSingleChoice({}, ['people', 'work']));
    const wishes = wishesOf(element);

    await click(named(element, 'work'));

    expect(wishes).to.deep.equal([['answer', { type: 'picked', options: ['work'] }]]);
  });

  it('shows that an answer is being kept only where that takes a while', async () => {
    const element = await draw(aSingleChoice({}, ['people', 'work']));

    await click(named(element, 'work'));
    await element.updateComplete;
    expect(named(element, 'work').getAttribute('aria-disabled')).to.equal(null);

    await waitUntil(() => named(element, 'work').getAttribute('aria-disabled') === 'true');
  });

  it('takes a second press for nothing, shown or not', async () => {
    const element = await draw(aSingleChoice({}, ['people', 'work']));
    const wishes = wishesOf(element);

    await click(named(element, 'work'));
    await click(named(element, 'people'));
    await waitUntil(() => named(element, 'work').getAttribute('aria-disabled') === 'true');
    await click(named(element, 'people'));

    expect(wishes).to.deep.equal([['answer', { type: 'picked', options: ['work'] }]]);
  });

  it('is reached by Tab and answered by Enter', async () => {
    const element = await draw(aSingleChoice({}, ['people', 'work']));
    const wishes = wishesOf(element);
    element.focus();

    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });

    expect(wishes).to.deep.equal([['answer', { type: 'picked', options: ['work'] }]]);
  });

  it('is answered by the space bar too', async () => {
    const element = await draw(aSingleChoice({}, ['people', 'work']));
    const wishes = wishesOf(element);
    element.focus();

    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });

    expect(wishes).to.deep.equal([['answer', { type: 'picked', options: ['people'] }]]);
  });

  it('never answers on an arrow key', async () => {
    const element = await draw(aSingleChoice({}, ['people', 'work']));
    const wishes = wishesOf(element);
    element.focus();

    await sendKeys({ press: 'Tab' });
    for (const press of ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft']) await sendKeys({ press });

    expect(wishes).to.deep.equal([]);
    expect(focusedName()).to.equal('people');
  });

  it('says in words what was seen before', async () => {
    const element = await draw(aSingleChoice({}, ['people', 'work']), 'ja');

    element.seen = ['work'];
    await element.updateComplete;

    expect(named(element, 'work').textContent?.replace(/\s+/g, ' ').trim()).to.equal('work 視聴済み');
    expect(named(element, 'people').textContent?.trim()).to.equal('people');
  });

  it('says what was answered before, when the viewer comes back', async () => {
    const element = await draw(aSingleChoice({}, ['people', 'work']), 'en');

    element.given = { type: 'picked', options: ['people'] };
    await element.updateComplete;

    expect(named(element, 'people').textContent).to.include('Your last answer');
  });
});
