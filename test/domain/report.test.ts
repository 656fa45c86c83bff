import { describe, expect, it } from 'vitest';

import { labelGraphs } from '../../src/domain/labels.js';
import { makeReport, type ReportOptions } from '../../src/domain/make-report.js';
import type { Identity, Reaction, ReactionDraft } from '../../src/domain/reaction.js';
import type { GraphReport } from '../../src/domain/report.js';
import { aReaction, anAnswer, aUuid, type Place } from '../collector/reactions.js';
import { aFreeText, aGraph, aRating, aSingleChoice } from '../fixtures.js';

const graph = aGraph({
  topics: [
    { id: 'people', label: 'People' },
    { id: 'work', label: 'Work' },
  ],
  branches: { hub: ['team', 'end'], team: ['hub'], worry: ['end'], words: ['end'], end: [] },
  scenes: {
    hub: {
      hub: true,
      question: aSingleChoice({
        id: 'about-hub',
        options: [
          { id: 'team', label: 'The team', signals: [{ kind: 'interest', topic: 'people' }] },
          { id: 'end', label: 'Enough' },
        ],
      }),
    },
    worry: { question: aRating({ id: 'worry' }, ['1', '2', '3']) },
    words: { question: aFreeText({ id: 'words', topic: 'work' }) },
  },
});
const labels = labelGraphs([graph]);

function reportOn(
  reactions: readonly Reaction[],
  options: Partial<ReportOptions> = {},
  identity?: Identity,
): GraphReport {
  const rows = reactions.map((reaction, arrival) => ({
    reaction,
    arrival,
    identity: identity?.viewing === reaction.viewing ? identity : undefined,
  }));
  const [first] = makeReport(rows, { labels, ...options }).graphs;
  if (!first) throw new Error('There is no graph in this report.');
  return first;
}

/** A rating by each of so many viewings, the first by viewing 1. */
function ratings(steps: readonly string[], place: (viewing: number) => Place = () => ({})): Reaction[] {
  return steps.map((step, index) => rating(step, { viewing: index + 1, ...place(index + 1) }));
}

function rating(step: string, place: Place = {}, type: 'answered' | 'answer-changed' = 'answered'): Reaction {
  return aReaction({ type, scene: 'worry', question: 'worry', options: [step], to: 'end', signals: [] }, place);
}

function interest(topic: string, place: Place): Reaction {
  const draft: ReactionDraft = {
    type: 'asked',
    scene: 'hub',
    text: '?',
    topic,
    signals: [{ kind: 'interest', topic }],
  };
  return aReaction(draft, place);
}

const questionIn = (report: GraphReport, id: string) => report.questions.find(({ question }) => question === id);
const topicIn = (report: GraphReport, id: string) => report.topics.find(({ topic }) => topic === id);
const countsOf = (report: GraphReport, id: string) => {
  const figure = questionIn(report, id)?.figure;
  if (!figure || figure.hidden) return figure;
  return {
    of: figure.of,
    declined: figure.declined,
    ...Object.fromEntries(figure.options.map((one) => [one.option, one.viewings])),
  };
};

describe('makeReport', () => {
  it('lists a known graph before anybody watched it, with how many are missing', () => {
    const report = reportOn([]);

    expect(report).toMatchObject({ graph: 'graph', title: 'A look at the company', language: 'en', viewings: 0 });
    expect(report.finished).toEqual({ hidden: true, needed: 5, missing: 5 });
    expect(countsOf(report, 'worry')).toEqual({ hidden: true, needed: 8, missing: 8 });
    expect(report.topics.map(({ label }) => label)).toEqual(['People', 'Work']);
  });

  it('shows how many chose what from the eighth viewing on', () => {
    const steps = ['1', '1', '3', '3', '3', '3', '3', '2'];

    expect(countsOf(reportOn(ratings(steps.slice(0, 7))), 'worry')).toEqual({ hidden: true, needed: 8, missing: 1 });
    expect(countsOf(reportOn(ratings(steps)), 'worry')).toEqual({ of: 8, declined: 0, '1': 2, '2': 1, '3': 5 });
  });

  it('moves on by whole groups, so that two reports never differ by one person', () => {
    const steps = Array.from({ length: 13 }, () => '1');

    const seen = [8, 9, 12, 13].map((count) => countsOf(reportOn(ratings(steps.slice(0, count))), 'worry'));

    expect(seen).toEqual([8, 8, 8, 13].map((of) => expect.objectContaining({ of })));
  });

  it('never lets two periods differ by fewer people than a group', () => {
    const day = (viewing: number) => `2026-11-${String(viewing).padStart(2, '0')}T03:00:00Z`;
    const reactions = ratings(
      Array.from({ length: 20 }, () => '1'),
      (viewing) => ({ at: day(viewing) }),
    );

    const sizes = Array.from({ length: 20 }, (_, index) => {
      const { finished } = reportOn(reactions, { filter: { until: day(index + 1) } });
      return finished.hidden ? 0 : finished.of;
    });

    expect(new Set(sizes)).toEqual(new Set([0, 5, 10, 15]));
    expect(reportOn(reactions, { filter: { since: day(2) } }).finished).toMatchObject({ of: 15 });
    expect(reportOn(reactions, { filter: { since: day(2) } }).viewings).toBe(19);
  });

  it('tells how many more it takes where a period cuts through a group', () => {
    const reactions = ratings(['1', '1', '1', '1', '1', '1', '1'], (viewing) => ({
      at: viewing < 3 ? '2026-11-01T00:00:00Z' : '2026-11-09T00:00:00Z',
    }));

    const { finished, viewings } = reportOn(reactions, { filter: { since: '2026-11-05T00:00:00Z' } });

    expect(viewings).toBe(5);
    expect(finished).toEqual({ hidden: true, needed: 5, missing: 3 });
  });

  it('keeps to what is configured, and never below three', () => {
    const minimum = { group: 1, distribution: 2 };

    expect(countsOf(reportOn(ratings(['1', '2']), { minimum }), 'worry')).toEqual({
      hidden: true,
      needed: 3,
      missing: 1,
    });
    expect(countsOf(reportOn(ratings(['1', '2', '2']), { minimum }), 'worry')).toMatchObject({ of: 3, '1': 1, '2': 2 });
  });

  it('counts the latest answer, and what was declined apart', () => {
    const minimum = { group: 3, distribution: 3 };
    const reactions = [
      rating('1', { viewing: 1, sequence: 1 }),
      rating('3', { viewing: 1, sequence: 2 }, 'answer-changed'),
      rating('1', { viewing: 2, sequence: 1 }),
      aReaction({ type: 'skipped', scene: 'worry', question: 'worry', to: 'end' }, { viewing: 2, sequence: 2 }),
      rating('2', { viewing: 3 }),
    ];

    expect(countsOf(reportOn(reactions, { minimum }), 'worry')).toEqual({ of: 3, declined: 1, '1': 0, '2': 1, '3': 1 });
  });

  it('counts each option once for a viewing that came back to a hub', () => {
    const minimum = { group: 3, distribution: 3 };
    const reactions = [1, 2, 3].flatMap((viewing) => [
      anAnswer('team', { viewing, sequence: 1 }),
      anAnswer('team', { viewing, sequence: 2 }),
      anAnswer('end', { viewing, sequence: 3 }),
    ]);

    expect(countsOf(reportOn(reactions, { minimum }), 'about-hub')).toEqual({ of: 3, declined: 0, team: 3, end: 3 });
  });

  it('takes a changed answer in a hub out, with what it said', () => {
    const minimum = { group: 3, distribution: 3 };
    const people = [{ kind: 'interest', topic: 'people', weight: 2 }] as const;
    const answer = { scene: 'hub', question: 'about-hub' };
    const reactions = [1, 2, 3].flatMap((viewing) => [
      aReaction({ type: 'answered', ...answer, options: ['team'], to: 'team', signals: [...people] }, { viewing }),
      ...(viewing === 1
        ? [
            aReaction(
              { type: 'answer-changed', ...answer, options: ['end'], optionsBefore: ['team'], to: 'end', signals: [] },
              { viewing, sequence: 2 },
            ),
          ]
        : []),
    ]);

    const report = reportOn(reactions, { minimum });

    expect(countsOf(report, 'about-hub')).toEqual({ of: 3, declined: 0, team: 2, end: 1 });
    expect(topicIn(report, 'people')?.figure).toMatchObject({ of: 3, interest: { viewings: 2, weight: 4 } });
  });

  it('adds up interest and anxiety per topic, over viewings and weights', () => {
    const signals = (weight: number) => [{ kind: 'anxiety' as const, topic: 'work', weight }];
    const worried = (step: string, weight: number, viewing: number) =>
      aReaction(
        { type: 'answered', scene: 'worry', question: 'worry', options: [step], to: 'end', signals: signals(weight) },
        { viewing },
      );
    const reactions = [
      worried('1', 3, 1),
      worried('2', 1, 2),
      ...[3, 4, 5].map((viewing) => interest('work', { viewing })),
    ];

    expect(topicIn(reportOn(reactions), 'work')?.figure).toEqual({
      hidden: false,
      of: 5,
      interest: { viewings: 3, weight: 3 },
      anxiety: { viewings: 2, weight: 4 },
    });
    expect(topicIn(reportOn(reactions.slice(0, 4)), 'work')?.figure).toEqual({ hidden: true, needed: 5, missing: 1 });
  });

  it('counts who came to an ending', () => {
    const reactions = [1, 2, 3, 4, 5].flatMap((viewing) => [
      rating('1', { viewing }),
      ...(viewing < 4 ? [aReaction({ type: 'ended', scene: 'end' }, { viewing, sequence: 2 })] : []),
    ]);

    expect(reportOn(reactions).finished).toEqual({ hidden: false, of: 5, viewings: 3 });
  });

  it('lists what viewers wrote, the newest first, by name only where named', () => {
    const asked = (text: string, at: string, viewing: number) =>
      aReaction({ type: 'asked', scene: 'hub', text, topic: 'work', signals: [] }, { viewing, at });
    const identity = { viewing: aUuid(2, 'viewing'), name: 'Hanako Tanaka' };

    const report = reportOn(
      [asked('Old?', '2026-11-01T00:00:00Z', 1), asked('New?', '2026-11-02T00:00:00Z', 2)],
      {},
      identity,
    );

    expect(report.asked).toEqual([
      { text: 'New?', at: '2026-11-02T00:00:00Z', topic: 'work', topicLabel: 'Work', name: 'Hanako Tanaka' },
      { text: 'Old?', at: '2026-11-01T00:00:00Z', topic: 'work', topicLabel: 'Work' },
    ]);
    expect(report.askedInAll).toBe(2);
  });

  it('keeps what was written as an answer with its question', () => {
    const words = aReaction({
      type: 'answered',
      scene: 'words',
      question: 'words',
      text: 'A desk?',
      to: 'end',
      signals: [],
    });

    expect(questionIn(reportOn([words]), 'words')?.texts).toEqual([
      { text: 'A desk?', at: '2026-11-20T05:03:05Z', topic: 'work', topicLabel: 'Work' },
    ]);
  });

  it('narrows to a topic and what speaks of it', () => {
    const report = reportOn([interest('people', {}), interest('work', { viewing: 2 })], {
      filter: { topic: 'people' },
    });

    expect(report.topics.map(({ topic }) => topic)).toEqual(['people']);
    expect(report.questions.map(({ question }) => question)).toEqual(['about-hub']);
    expect(report.asked).toHaveLength(1);
  });

  it('keeps graphs apart, and speaks in ids of one that it does not know', () => {
    const reactions = Array.from({ length: 8 }, (_, index) => anAnswer('x', { viewing: index + 1, graph: 'other' }));

    const { graphs } = makeReport(
      reactions.map((reaction, arrival) => ({ reaction, arrival })),
      { labels },
    );

    expect(graphs.map(({ graph: id, title, viewings }) => ({ id, title, viewings }))).toEqual([
      { id: 'graph', title: 'A look at the company', viewings: 0 },
      { id: 'other', title: 'other', viewings: 8 },
    ]);
    expect(graphs[1]?.questions[0]).toMatchObject({
      prompt: 'about-hub',
      figure: { of: 8, options: [{ option: 'x', label: 'x', viewings: 8 }] },
    });
  });

  it('says nothing of single viewings: no id of one is anywhere in it', () => {
    const report = reportOn([...ratings(Array.from({ length: 9 }, () => '1')), interest('work', { viewing: 10 })]);

    expect(JSON.stringify(report)).not.toMatch(/aaaaaaaa-|bbbbbbbb-/);
  });
});
