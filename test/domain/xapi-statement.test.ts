import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { labelGraphs } from '../../src/domain/labels.js';
import type { Reaction, ReactionDraft } from '../../src/domain/reaction.js';
import { reactionToStatement, reactionToStatementLine } from '../../src/domain/xapi-statement.js';
import { EXTENSIONS } from '../../src/domain/xapi-words.js';
import { aReaction, aUuid } from '../collector/reactions.js';
import { aFreeText, aHubGraph, aRating } from '../fixtures.js';
import { findProfileFaults, findStatementFaults } from './xapi-rules.js';

const graph = aHubGraph({
  branches: { words: ['end'], rate: ['end'] },
  scenes: { words: { question: aFreeText({ id: 'words' }) }, rate: { question: aRating({ id: 'rate' }) } },
});
const options = { home: 'https://recruit.example.jp', labels: labelGraphs([graph]) };
const home = 'https://recruit.example.jp/graphs/graph';

const at = { scene: 'hub', question: 'about-hub', to: 'team' };
const EVERY_KIND: readonly ReactionDraft[] = [
  { type: 'notice-answered', choice: 'unnamed' },
  { type: 'scene-entered', scene: 'hub' },
  { type: 'scene-entered', scene: 'team', from: 'hub' },
  { type: 'scene-left', scene: 'hub', to: 'team', watchedSeconds: 9.5 },
  { type: 'question-shown', scene: 'hub', question: 'about-hub' },
  { type: 'answered', ...at, options: ['team'], signals: [{ kind: 'interest', topic: 'relationships' }] },
  { type: 'answered', scene: 'words', question: 'words', to: 'end', text: '残業は？', signals: [] },
  { type: 'answered', scene: 'rate', question: 'rate', to: 'end', options: ['2'], signals: [] },
  { type: 'answered', ...at, question: 'not-in-the-graph', options: ['x', 'y'], signals: [] },
  { type: 'answer-changed', ...at, options: ['end'], optionsBefore: ['team'], signals: [] },
  { type: 'skipped', ...at },
  { type: 'went-back', scene: 'team', to: 'hub' },
  { type: 'replayed', scene: 'team' },
  { type: 'asked', scene: 'hub', text: '=1+1', topic: 'career', signals: [{ kind: 'interest', topic: 'career' }] },
  { type: 'ended', scene: 'end' },
  { type: 'left', scene: 'hub', watchedSeconds: 0 },
];

describe('reactionToStatement', () => {
  it.each(EVERY_KIND.map((draft) => [draft.type, draft] as const))('passes the validator for %s', (_type, draft) => {
    const statement = reactionToStatement({ reaction: aReaction(draft) }, options);

    expect(findStatementFaults(statement)).toEqual([]);
    expect(findProfileFaults(statement)).toEqual([]);
  });

  it('tells a choice with question, option, from-scene and to-scene', () => {
    const reaction = aReaction({
      type: 'answered',
      ...at,
      options: ['team'],
      signals: [{ kind: 'interest', topic: 'relationships', weight: 2 }],
    });

    expect(reactionToStatement({ reaction }, options)).toEqual({
      id: reaction.id,
      version: '2.0.0',
      timestamp: '2026-11-20T05:03:05Z',
      actor: { objectType: 'Agent', account: { homePage: 'https://recruit.example.jp', name: reaction.viewing } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered', ja: '回答した' } },
      object: {
        objectType: 'Activity',
        id: `${home}/questions/about-hub`,
        definition: {
          type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
          name: { ja: '知りたいことは？' },
          interactionType: 'choice',
          choices: [
            { id: 'team', description: { ja: '先輩のこと' } },
            { id: 'end', description: { ja: 'もう十分' } },
          ],
        },
      },
      result: {
        response: 'team',
        extensions: {
          'urn:followup-player:xapi:options': ['team'],
          'urn:followup-player:xapi:signals': [{ kind: 'interest', topic: 'relationships', weight: 2 }],
        },
      },
      context: {
        registration: reaction.viewing,
        revision: '1',
        platform: 'followup-player',
        language: 'ja',
        contextActivities: {
          parent: [
            {
              objectType: 'Activity',
              id: `${home}/scenes/hub`,
              definition: { type: 'https://w3id.org/xapi/video/activity-type/video', name: { ja: '何から見ますか' } },
            },
          ],
          grouping: [
            {
              objectType: 'Activity',
              id: home,
              definition: { type: 'http://adlnet.gov/expapi/activities/media', name: { ja: '会社紹介' } },
            },
          ],
        },
        extensions: {
          'urn:followup-player:xapi:sequence': 1,
          'urn:followup-player:xapi:from-scene': 'hub',
          'urn:followup-player:xapi:to-scene': 'team',
        },
      },
    });
  });

  it('tells a changed answer with what was picked before', () => {
    const reaction = aReaction({
      type: 'answer-changed',
      ...at,
      options: ['end'],
      optionsBefore: ['team'],
      signals: [],
    });

    expect(reactionToStatement({ reaction }, options).result).toEqual({
      response: 'end',
      extensions: { [EXTENSIONS.options]: ['end'], [EXTENSIONS.optionsBefore]: ['team'] },
    });
  });

  it('tells how long a clip was played, and keeps to the video profile where it can', () => {
    const entered = reactionToStatement({ reaction: aReaction({ type: 'scene-entered', scene: 'hub' }) }, options);
    const left = reactionToStatement(
      { reaction: aReaction({ type: 'scene-left', scene: 'hub', to: 'team', watchedSeconds: 9.507 }) },
      options,
    );

    expect(entered.context.contextActivities?.['category']).toEqual([
      { objectType: 'Activity', id: 'https://w3id.org/xapi/video' },
    ]);
    expect(entered.context.extensions).toMatchObject({ [EXTENSIONS.videoLength]: 10 });
    expect(left.result).toEqual({ duration: 'PT9.51S' });
    expect(left.context.contextActivities).not.toHaveProperty('category');
  });

  it('names the viewer only where an identity is handed in, under the account of the one viewing', () => {
    const reaction = aReaction({ type: 'notice-answered', choice: 'named' });
    const identity = { viewing: reaction.viewing, name: '田中 花子', reference: 'A-7' };

    const named = reactionToStatement({ reaction, identity }, options);
    const unnamed = reactionToStatement({ reaction }, options);

    expect(findStatementFaults(named)).toEqual([]);
    expect(named.actor).toEqual({ ...unnamed.actor, name: '田中 花子' });
    expect(named.context.extensions).toMatchObject({ [EXTENSIONS.reference]: 'A-7' });
    expect(JSON.stringify(named)).not.toContain('mailto:');
    expect(unnamed.actor).not.toHaveProperty('name');
  });

  it('makes the same id of the same reaction, a canonical one whatever the log took', () => {
    const reaction = { ...aReaction({ type: 'ended', scene: 'end' }), id: 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF' };

    const statement = reactionToStatement({ reaction }, options);

    expect(statement.id).toBe('ffffffff-ffff-5fff-afff-ffffffffffff');
    expect(reactionToStatement({ reaction }, options)).toEqual(statement);
    expect(findStatementFaults(statement)).toEqual([]);
  });

  it('passes the validator whatever viewers write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const reaction = aReaction({ type: 'asked', scene: 'hub', text, signals: [] });
        const line = reactionToStatementLine({ reaction, identity: { viewing: aUuid(1), name: text } }, options);

        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(findStatementFaults(JSON.parse(line))).toEqual([]);
      }),
    );
  });

  it('never holds a sum, a rank or a likelihood of the viewer', () => {
    const statements = EVERY_KIND.map((draft) =>
      reactionToStatement({ reaction: aReaction(draft) as Reaction }, options),
    );

    expect(JSON.stringify(statements)).not.toMatch(/"(?:score|success|rank|risk|likelihood)"/);
  });
});
