import { expect } from '@open-wc/testing';

import type { Question } from '../../src/domain/questions/question.js';
import type { Language } from '../../src/elements/language.js';
import type { FollowupQuestionElement } from '../../src/elements/question-element.js';
import { click, findAll, focusedName, named, overflowing, read } from './see.js';
import { wishesOf } from './wishes.js';

const LONG = 'とても長い選択肢でも画面からはみ出さないこと、そしてOneVeryLongWordWithoutAnySpaceInItAtAllAndMore。';

/** What every type of question does. `draw` puts it on a page of that width. */
export function questionContract<Q extends Question>(
  question: Q,
  lengthen: (question: Q, words: string) => Q,
  draw: (question: Q, language?: Language, width?: number) => Promise<FollowupQuestionElement<Q>>,
): void {
  it('shows its prompt and its help', async () => {
    const element = await draw({ ...question, prompt: 'What of this?', help: 'Take your time.' });

    expect(read(element)).to.include('What of this?');
    expect(read(element)).to.include('Take your time.');
  });

  it('draws nothing without a question', async () => {
    const element = await draw(undefined as unknown as Q);

    expect(read(element)).to.equal('');
  });

  it('puts the focus on the prompt, from where Tab leads on', async () => {
    const element = await draw({ ...question, prompt: 'What of this?' });

    element.focus();

    expect(focusedName()).to.equal('What of this?');
  });

  it('can be left with 答えたくない', async () => {
    const element = await draw(question, 'ja');
    const wishes = wishesOf(element);

    await click(named(element, '答えたくない'));

    expect(wishes).to.deep.equal([['answer', { type: 'declined' }]]);
  });

  it('takes one answer, however often it is pressed', async () => {
    const element = await draw(question, 'en');
    const wishes = wishesOf(element);

    const decline = named(element, 'I’d rather not say');
    decline.click();
    decline.click();

    expect(wishes.length).to.equal(1);
  });

  it('asks afresh when it is given another question', async () => {
    const element = await draw(question, 'en');
    const wishes = wishesOf(element);

    named(element, 'I’d rather not say').click();
    element.question = { ...question, id: 'another' };
    await element.updateComplete;
    named(element, 'I’d rather not say').click();

    expect(wishes.length).to.equal(2);
  });

  it('makes declining as easy to see and to press as answering', async () => {
    const element = await draw(question, 'en');

    const decline = named(element, 'I’d rather not say');
    const answer = [...findAll(element, '[type=submit]'), ...findAll(element, '.option')][0];

    expect(answer).to.not.equal(undefined);
    const looks = [decline, answer as HTMLElement].map((one) => {
      const { backgroundColor, borderColor, color, fontSize, fontWeight } = getComputedStyle(one);
      return [backgroundColor, borderColor, color, fontSize, fontWeight].join();
    });
    expect(looks[0]).to.equal(looks[1]);
    expect(decline.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('never sticks out at 320 px, however long its words', async () => {
    const element = await draw(lengthen({ ...question, prompt: LONG, help: LONG }, LONG), 'ja', 320);

    expect(overflowing(element)).to.deep.equal([]);
  });

  it('leaves room to press, 44 px at least', async () => {
    const element = await draw(question, 'ja', 320);

    const small = findAll(element, 'button, .option, textarea').filter(
      (one) => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44,
    );

    expect(small.map((one) => one.textContent)).to.deep.equal([]);
  });

  for (const language of ['ja', 'en'] as const) {
    it(`is accessible in ${language}`, async () => {
      const element = await draw({ ...question, help: 'Take your time.' }, language);

      await expect(element).to.be.accessible();
    });
  }
}
