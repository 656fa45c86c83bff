import { describe, expect, it } from 'vitest';

import type { Answer } from '../../src/domain/answer.js';
import { chooseBranch, holds, signalsOfOptions, topicTotal, type Questions } from '../../src/domain/branch.js';
import type { Condition } from '../../src/domain/condition.js';
import type { Question } from '../../src/domain/questions/question.js';
import { askCompany, beginViewing, enterScene, giveAnswer, goBack, type Viewing } from '../../src/domain/viewing.js';
import { aFreeText, aMultipleChoice, aRating, aSingleChoice } from '../fixtures.js';

const questions: Questions = new Map<string, Question>([
  [
    'choice',
    aSingleChoice({
      options: [
        { id: 'career', label: 'career', signals: [{ kind: 'interest', topic: 'career' }] },
        {
          id: 'people',
          label: 'people',
          signals: [
            { kind: 'interest', topic: 'relationships', weight: 2 },
            { kind: 'anxiety', topic: 'relationships', weight: 3 },
          ],
        },
      ],
    }),
  ],
  ['choices', aMultipleChoice()],
  [
    'rating',
    aRating({ steps: [{ id: '1', label: 'worried', signals: [{ kind: 'anxiety', topic: 'career', weight: 5 }] }] }),
  ],
  ['words', aFreeText()],
]);

const pick = (...options: string[]): Answer => ({ type: 'picked', options });
const declined: Answer = { type: 'declined' };
const answered = (question: string, option?: string): Condition => ({ type: 'answer', question, option });

function holdsFor(condition: Condition, viewing: Viewing): boolean {
  return holds(condition, viewing, questions);
}

describe('chooseBranch', () => {
  const branches = [
    { to: 'career', when: answered('choice', 'career') },
    { to: 'people', when: answered('choice') },
    { to: 'on' },
  ];

  it('takes the first branch that is open', () => {
    const viewing = giveAnswer(beginViewing('ask'), 'choice', pick('career'));

    expect(chooseBranch(branches, viewing, questions)?.to).toBe('career');
  });

  it('takes the last one where no condition holds', () => {
    expect(chooseBranch(branches, beginViewing('ask'), questions)?.to).toBe('on');
    expect(chooseBranch(branches, giveAnswer(beginViewing('ask'), 'choice', declined), questions)?.to).toBe('on');
  });

  it('finds no way out of an ending', () => {
    expect(chooseBranch([], beginViewing('end'), questions)).toBeUndefined();
  });
});

describe('holds', () => {
  it('looks at the latest answer, from whichever visit', () => {
    const first = giveAnswer(beginViewing('ask'), 'choice', pick('career'));
    const second = giveAnswer(enterScene(first, 'ask'), 'choice', pick('people'));

    expect(holdsFor(answered('choice', 'career'), enterScene(first, 'other'))).toBe(true);
    expect(holdsFor(answered('choice', 'career'), second)).toBe(false);
    expect(holdsFor(answered('choice', 'people'), second)).toBe(true);
  });

  it('tells any answer from none', () => {
    expect(holdsFor(answered('words'), beginViewing('ask'))).toBe(false);
    expect(holdsFor(answered('words'), giveAnswer(beginViewing('ask'), 'words', { type: 'written', text: 'hm' }))).toBe(
      true,
    );
    expect(holdsFor(answered('choices'), giveAnswer(beginViewing('ask'), 'choices', pick()))).toBe(true);
  });

  it('takes 答えたくない for no answer', () => {
    const viewing = giveAnswer(beginViewing('ask'), 'choice', declined);

    expect(holdsFor(answered('choice'), viewing)).toBe(false);
    expect(holdsFor({ type: 'declined', question: 'choice' }, viewing)).toBe(true);
    expect(holdsFor({ type: 'declined', question: 'words' }, viewing)).toBe(false);
  });

  it('finds each of several picked options', () => {
    const viewing = giveAnswer(beginViewing('ask'), 'choices', pick('people', 'pay'));

    expect(holdsFor(answered('choices', 'pay'), viewing)).toBe(true);
    expect(holdsFor(answered('choices', 'work'), viewing)).toBe(false);
  });

  it('remembers a scene that was gone back from', () => {
    const viewing = goBack(enterScene(beginViewing('ask'), 'tour'), 1);

    expect(holdsFor({ type: 'visited', scene: 'tour' }, viewing)).toBe(true);
    expect(holdsFor({ type: 'visited', scene: 'ask' }, viewing)).toBe(true);
    expect(holdsFor({ type: 'visited', scene: 'end' }, viewing)).toBe(false);
  });

  it('compares attributes exactly, and only those that the page passed in', () => {
    const viewing = beginViewing('ask', { jobType: 'engineer' });

    expect(holdsFor({ type: 'attribute', name: 'jobType', equals: 'engineer' }, viewing)).toBe(true);
    expect(holdsFor({ type: 'attribute', name: 'jobType', equals: 'Engineer' }, viewing)).toBe(false);
    expect(holdsFor({ type: 'attribute', name: 'constructor', equals: 'x' }, viewing)).toBe(false);
  });

  it('joins conditions', () => {
    const viewing = beginViewing('ask');
    const yes: Condition = { type: 'visited', scene: 'ask' };
    const no: Condition = { type: 'visited', scene: 'end' };

    expect(holdsFor({ type: 'all', of: [yes, yes] }, viewing)).toBe(true);
    expect(holdsFor({ type: 'all', of: [yes, no] }, viewing)).toBe(false);
    expect(holdsFor({ type: 'any', of: [no, yes] }, viewing)).toBe(true);
    expect(holdsFor({ type: 'any', of: [no, no] }, viewing)).toBe(false);
    expect(holdsFor({ type: 'not', of: no }, viewing)).toBe(true);
  });
});

describe('topicTotal', () => {
  it('adds the weights of what was picked, 1 where none is written', () => {
    const viewing = giveAnswer(
      enterScene(giveAnswer(beginViewing('a'), 'choice', pick('career')), 'b'),
      'rating',
      pick('1'),
    );

    expect(topicTotal('interest', 'career', viewing, questions)).toBe(1);
    expect(topicTotal('anxiety', 'career', viewing, questions)).toBe(5);
    expect(topicTotal('interest', 'relationships', viewing, questions)).toBe(0);
  });

  it('counts an option once, however often a hub asked', () => {
    const once = giveAnswer(beginViewing('hub'), 'choice', pick('people'));
    const twice = giveAnswer(enterScene(once, 'hub'), 'choice', pick('people'));

    expect(topicTotal('interest', 'relationships', twice, questions)).toBe(2);
  });

  it('keeps what an earlier visit of a hub gave', () => {
    const first = giveAnswer(beginViewing('hub'), 'choice', pick('people'));
    const second = giveAnswer(enterScene(first, 'hub'), 'choice', pick('career'));

    expect(topicTotal('interest', 'relationships', second, questions)).toBe(2);
    expect(topicTotal('interest', 'career', second, questions)).toBe(1);
  });

  it('forgets an answer that was changed', () => {
    const changed = giveAnswer(giveAnswer(beginViewing('hub'), 'choice', pick('people')), 'choice', pick('career'));

    expect(topicTotal('anxiety', 'relationships', changed, questions)).toBe(0);
  });

  it('takes no signal from 答えたくない or from words', () => {
    const viewing = giveAnswer(giveAnswer(beginViewing('a'), 'choice', declined), 'words', {
      type: 'written',
      text: 'career',
    });

    expect(topicTotal('interest', 'career', viewing, questions)).toBe(0);
    expect(topicTotal('anxiety', 'career', viewing, questions)).toBe(0);
  });

  it('takes a question to the company for interest, each one, and never for anxiety', () => {
    const viewing = askCompany(askCompany(askCompany(beginViewing('a'), 'career'), 'career'), undefined);

    expect(topicTotal('interest', 'career', viewing, questions)).toBe(2);
    expect(topicTotal('anxiety', 'career', viewing, questions)).toBe(0);
  });

  it('adds nothing for a question that the graph no longer has', () => {
    expect(topicTotal('interest', 'career', giveAnswer(beginViewing('a'), 'gone', pick('x')), questions)).toBe(0);
  });
});

describe('signalsOfOptions', () => {
  it('gives the signals of the options, in the order of the author', () => {
    expect(signalsOfOptions(questions.get('choice'), ['people', 'career'])).toEqual([
      { kind: 'interest', topic: 'career' },
      { kind: 'interest', topic: 'relationships', weight: 2 },
      { kind: 'anxiety', topic: 'relationships', weight: 3 },
    ]);
    expect(signalsOfOptions(undefined, ['people'])).toEqual([]);
    expect(signalsOfOptions(questions.get('words'), ['people'])).toEqual([]);
  });
});
