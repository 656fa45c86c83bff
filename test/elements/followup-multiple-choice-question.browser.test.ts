import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import '../../src/define/followup-multiple-choice-question.js';
import type { MultipleChoiceQuestion } from '../../src/domain/questions/multiple-choice.js';
import type { FollowupMultipleChoiceQuestionElement } from '../../src/elements/followup-multiple-choice-question.js';
import type { Language } from '../../src/elements/language.js';
import { aMultipleChoice } from '../fixtures.js';
import { questionContract } from './question-contract.js';
import { click, findAll, named, read } from './see.js';
import { wishesOf } from './wishes.js';

const draw = (question: MultipleChoiceQuestion, language: Language = 'en', width = 640) =>
  fixture<FollowupMultipleChoiceQuestionElement>(html`
    <followup-multiple-choice-question
      style="inline-size: ${width}px"
      .question=${question}
      .language=${language}
    ></followup-multiple-choice-question>
  `);

const boxes = (element: Element) => findAll<HTMLInputElement>(element, 'input');

describe('followup-multiple-choice-question', () => {
  questionContract(
    aMultipleChoice({}, ['people', 'work', 'pay', 'place', 'none']),
    (question, words) => ({ ...question, options: question.options.map(({ id }) => ({ id, label: words })) }),
    draw,
  );

  it("answers with what was picked, in the author's order", async () => {
    const element = await draw(aMultipleChoice({}, ['people', 'work', 'pay']));
    const wishes = wishesOf(element);

    await click(named(element, 'pay'));
    await click(named(element, 'people'));
    await click(named(element, 'Answer'));

    expect(wishes).to.deep.equal([['answer', { type: 'picked', options: ['people', 'pay'] }]]);
  });

  it('takes none of them for an answer', async () => {
    const element = await draw(aMultipleChoice());
    const wishes = wishesOf(element);

    await click(named(element, 'Answer'));

    expect(wishes).to.deep.equal([['answer', { type: 'picked', options: [] }]]);
  });

  it('takes a pick back', async () => {
    const element = await draw(aMultipleChoice({}, ['people', 'work']));
    const wishes = wishesOf(element);

    await click(named(element, 'people'));
    await click(named(element, 'people'));
    await click(named(element, 'work'));
    await click(named(element, 'Answer'));

    expect(wishes).to.deep.equal([['answer', { type: 'picked', options: ['work'] }]]);
  });

  it('lets no more be picked than it asks for, and says how many', async () => {
    const element = await draw(aMultipleChoice({ atMost: 2 }, ['people', 'work', 'pay']), 'ja');

    await click(named(element, 'people'));
    await click(named(element, 'pay'));

    expect(read(element)).to.include('2つまでお選びいただけます。');
    expect(boxes(element).map(({ disabled }) => disabled)).to.deep.equal([false, true, false]);
  });

  it('shows what was given before', async () => {
    const element = await draw(aMultipleChoice({}, ['people', 'work', 'pay']));

    element.given = { type: 'picked', options: ['work'] };
    await element.updateComplete;

    expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([false, true, false]);
  });

  it('is picked by the space bar and answered by Enter', async () => {
    const element = await draw(aMultipleChoice({}, ['people', 'work']));
    const wishes = wishesOf(element);
    element.focus();

    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Enter' });

    expect(wishes).to.deep.equal([['answer', { type: 'picked', options: ['people'] }]]);
  });
});
