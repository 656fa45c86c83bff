import { describe, expect, it } from 'vitest';

import type { Answer } from '../../src/domain/answer.js';
import {
  askCompany,
  beginViewing,
  enterScene,
  giveAnswer,
  goBack,
  latestAnswer,
  pickedOptions,
  presentAnswer,
  presentVisit,
} from '../../src/domain/viewing.js';

const pick = (...options: string[]): Answer => ({ type: 'picked', options });

describe('beginViewing', () => {
  it('stands in the first scene', () => {
    expect(beginViewing('welcome', { jobType: 'sales' })).toEqual({
      path: [{ number: 1, scene: 'welcome' }],
      visits: 1,
      visited: ['welcome'],
      given: [],
      asked: [],
      attributes: { jobType: 'sales' },
    });
  });
});

describe('enterScene', () => {
  it('makes another visit of a scene that was visited before', () => {
    const viewing = enterScene(enterScene(beginViewing('hub'), 'team'), 'hub');

    expect(viewing.path).toEqual([
      { number: 1, scene: 'hub' },
      { number: 2, scene: 'team' },
      { number: 3, scene: 'hub' },
    ]);
    expect(viewing.visited).toEqual(['hub', 'team']);
    expect(presentVisit(viewing)).toEqual({ number: 3, scene: 'hub' });
  });

  it('leaves the viewing before it as it was', () => {
    const before = beginViewing('hub');

    enterScene(before, 'team');

    expect(before).toEqual(beginViewing('hub'));
  });
});

describe('goBack', () => {
  const there = enterScene(enterScene(beginViewing('one'), 'two'), 'three');

  it('shortens the way and forgets nothing', () => {
    const back = goBack(giveAnswer(there, 'q', pick('a')), 1);

    expect(back.path).toEqual([{ number: 1, scene: 'one' }]);
    expect(back.visited).toEqual(['one', 'two', 'three']);
    expect(back.given).toHaveLength(1);
  });

  it('never gives the number of a visit twice', () => {
    expect(presentVisit(enterScene(goBack(there, 1), 'two')).number).toBe(4);
  });

  it('stays where it is if there was no such visit', () => {
    expect(goBack(there, 9)).toBe(there);
  });
});

describe('giveAnswer', () => {
  it('replaces what was given in the same visit', () => {
    const viewing = giveAnswer(giveAnswer(beginViewing('ask'), 'q', pick('a')), 'q', pick('b'));

    expect(viewing.given).toEqual([{ visit: 1, question: 'q', answer: pick('b') }]);
  });

  it('keeps what was given in another visit', () => {
    const first = giveAnswer(beginViewing('ask'), 'q', pick('a'));
    const again = giveAnswer(enterScene(first, 'ask'), 'q', pick('b'));

    expect(again.given.map(({ visit, answer }) => [visit, answer])).toEqual([
      [1, pick('a')],
      [2, pick('b')],
    ]);
  });

  it('puts an answer that was changed after going back last', () => {
    const first = giveAnswer(beginViewing('ask'), 'q', pick('a'));
    const second = giveAnswer(enterScene(first, 'ask'), 'q', pick('b'));
    const changed = giveAnswer(goBack(second, 1), 'q', pick('c'));

    expect(latestAnswer(changed, 'q')).toEqual(pick('c'));
    expect(changed.given).toHaveLength(2);
  });
});

describe('presentAnswer', () => {
  it('is what was given in this visit, and not before', () => {
    const viewing = giveAnswer(beginViewing('hub'), 'q', pick('a'));

    expect(presentAnswer(viewing, 'q')).toEqual(pick('a'));
    expect(presentAnswer(enterScene(viewing, 'hub'), 'q')).toBeUndefined();
    expect(presentAnswer(goBack(enterScene(viewing, 'two'), 1), 'q')).toEqual(pick('a'));
  });
});

describe('pickedOptions', () => {
  it('lists every option that was ever picked, once', () => {
    const first = giveAnswer(beginViewing('hub'), 'q', pick('a', 'b'));
    const second = giveAnswer(enterScene(first, 'hub'), 'q', { type: 'declined' });
    const third = giveAnswer(enterScene(second, 'hub'), 'q', pick('b', 'c'));

    expect(pickedOptions(third, 'q')).toEqual(['a', 'b', 'c']);
    expect(pickedOptions(third, 'other')).toEqual([]);
  });
});

describe('askCompany', () => {
  it('keeps the topic of each question, or that it has none', () => {
    expect(askCompany(askCompany(beginViewing('a'), 'terms'), undefined).asked).toEqual(['terms', undefined]);
  });
});
