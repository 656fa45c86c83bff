import { createActor, initialTransition, transition } from 'xstate';
import { describe, expect, it } from 'vitest';

import type { Graph } from '../../src/domain/graph.js';
import { presentVisit } from '../../src/domain/viewing.js';
import { compileGraph } from '../../src/machine/compile-graph.js';
import type { PlayerEvent } from '../../src/machine/player-event.js';
import { currentLife, isReading, type PlayerSnapshot } from '../../src/machine/selectors.js';
import { aFreeText, aGraph, aRating, aSingleChoice } from '../fixtures.js';

const agree: PlayerEvent = { type: 'notice-answered', choice: 'unnamed' };
const ended: PlayerEvent = { type: 'clip-ended' };
const pick = (...options: string[]): PlayerEvent => ({ type: 'answered', answer: { type: 'picked', options } });

/** Steps the machine by pure transitions and tells where it stands. */
function walk(graph: Graph, events: readonly PlayerEvent[], attributes?: Record<string, string>) {
  const machine = compileGraph(graph);
  const [first] = initialTransition(machine, { attributes });
  const snapshot = events.reduce<PlayerSnapshot>((now, event) => transition(machine, now, event)[0], first);
  const { viewing } = snapshot.context;
  return {
    snapshot,
    life: currentLife(snapshot),
    scene: presentVisit(viewing).scene,
    way: viewing.path.map(({ scene }) => scene),
    viewing,
    story: (snapshot.value as Record<string, unknown>)['story'],
  };
}

const fork = () => aGraph({ branches: { ask: ['left', 'right'], left: ['end'], right: ['end'], end: [] } });

const hub = () =>
  aGraph({
    branches: { hub: ['team', 'work', 'end'], team: ['hub'], work: ['hub'], end: [] },
    scenes: { hub: { hub: true } },
  });

describe('compileGraph', () => {
  it('makes a state of every scene and a transition of every branch', () => {
    const machine = compileGraph(fork());

    const states = machine.states.story?.states ?? {};

    expect(Object.keys(states)).to.deep.equal(['ask', 'left', 'right', 'end']);
    const targets = states['ask']?.transitions.get('scene-over')?.map(({ target }) => target?.[0]?.key);
    expect(targets).to.deep.equal(['left', 'right']);
  });

  it('waits for the notice before it plays anything', () => {
    expect(walk(fork(), []).life).to.equal('notice');
    expect(walk(fork(), [{ type: 'clip-started' }, ended, pick('left')]).life).to.equal('notice');
    expect(walk(fork(), [agree]).life).to.equal('loading');
  });

  it('follows the life of a clip', () => {
    expect(walk(fork(), [agree, { type: 'clip-started' }]).life).to.equal('playing');
    expect(walk(fork(), [agree, { type: 'clip-started' }, { type: 'clip-paused' }]).life).to.equal('paused');
    expect(walk(fork(), [agree, { type: 'clip-started' }, { type: 'clip-stalled' }]).life).to.equal('stalled');
    expect(walk(fork(), [agree, { type: 'clip-failed' }]).life).to.equal('failed');
    expect(walk(fork(), [agree, { type: 'clip-failed' }, { type: 'retried' }]).life).to.equal('loading');
  });

  it('asks when the clip is over, and takes the branch of the answer', () => {
    const asking = walk(fork(), [agree, ended]);
    const answered = walk(fork(), [agree, ended, pick('right')]);

    expect([asking.life, asking.scene]).to.deep.equal(['asking', 'ask']);
    expect([answered.life, answered.scene, answered.story]).to.deep.equal(['loading', 'right', 'right']);
  });

  it('goes on without a question, and ends in an ending', () => {
    const { life, way } = walk(fork(), [agree, ended, pick('left'), ended, ended]);

    expect(life).to.equal('ended');
    expect(way).to.deep.equal(['ask', 'left', 'end']);
  });

  it('takes the open branch for a question that was left unanswered', () => {
    const { scene, viewing } = walk(fork(), [agree, ended, { type: 'skipped' }]);

    expect(scene).to.equal('right');
    expect(viewing.given).to.deep.equal([{ visit: 1, question: 'about-ask', answer: { type: 'declined' } }]);
  });

  it('asks in the middle of a clip, and lets the clip go on', () => {
    const graph = aGraph({
      branches: { ask: ['end'], end: [] },
      scenes: { ask: { question: aRating({ atSeconds: 3 }) } },
    });
    const reached: PlayerEvent[] = [agree, { type: 'clip-started' }, { type: 'question-reached' }];

    expect(walk(graph, reached).life).to.equal('asking');
    expect(walk(graph, [...reached, pick('2')]).life).to.equal('playing');
    expect(walk(graph, [...reached, pick('2'), ended]).scene).to.equal('end');
  });

  it('asks a middle question at the end if the viewer jumped over it', () => {
    const graph = aGraph({
      branches: { ask: ['end'], end: [] },
      scenes: { ask: { question: aRating({ atSeconds: 3 }) } },
    });

    expect(walk(graph, [agree, ended]).life).to.equal('asking');
    expect(walk(graph, [agree, ended, pick('1')]).scene).to.equal('end');
  });

  it('comes back to a hub with its question, without its clip, until the viewer goes on', () => {
    const toTeam = [agree, ended, pick('team'), ended] as const;

    const back = walk(hub(), toTeam);
    const done = walk(hub(), [...toTeam, pick('work'), ended, pick('end'), ended]);

    expect([back.scene, back.life]).to.deep.equal(['hub', 'asking']);
    expect(back.way).to.deep.equal(['hub', 'team', 'hub']);
    expect([done.scene, done.life]).to.deep.equal(['end', 'ended']);
  });

  it('looks at the whole viewing, not at the last click', () => {
    const graph = aGraph({
      scenes: {
        first: {
          question: aRating({ id: 'mood' }, ['calm', 'uneasy']),
          branches: [{ to: 'second' }],
        },
        second: {
          question: aSingleChoice({ id: 'more' }),
          branches: [{ to: 'talk', when: { type: 'answer', question: 'mood', option: 'uneasy' } }, { to: 'end' }],
        },
        talk: { branches: [{ to: 'end' }] },
        end: { ending: {} },
      },
    });

    expect(walk(graph, [agree, ended, pick('uneasy'), ended, pick('yes')]).scene).to.equal('talk');
    expect(walk(graph, [agree, ended, pick('calm'), ended, pick('yes')]).scene).to.equal('end');
  });

  it('branches on what the page says of the viewer', () => {
    const graph = aGraph({
      branches: {
        welcome: [{ to: 'shop', when: { type: 'attribute', name: 'jobType', equals: 'maker' } }, { to: 'end' }],
        shop: ['end'],
        end: [],
      },
    });

    expect(walk(graph, [agree, ended], { jobType: 'maker' }).scene).to.equal('shop');
    expect(walk(graph, [agree, ended]).scene).to.equal('end');
  });

  it('goes back to the earlier question and takes another answer in its place', () => {
    const back = walk(fork(), [agree, ended, pick('left'), { type: 'went-back' }]);
    const other = walk(fork(), [agree, ended, pick('left'), { type: 'went-back' }, pick('right')]);

    expect([back.scene, back.life, back.story]).to.deep.equal(['ask', 'asking', 'ask']);
    expect(other.scene).to.equal('right');
    expect(other.viewing.given).to.have.length(1);
    expect(other.viewing.visited).to.deep.equal(['ask', 'left', 'right']);
  });

  it('goes back to any visit of the way taken', () => {
    const { scene, life, way } = walk(hub(), [agree, ended, pick('team'), ended, { type: 'went-back', visit: 1 }]);

    expect([scene, life]).to.deep.equal(['hub', 'asking']);
    expect(way).to.deep.equal(['hub']);
  });

  it('stays where it is when there is nothing to go back to', () => {
    expect(walk(fork(), [agree, { type: 'clip-started' }, { type: 'went-back' }]).life).to.equal('playing');
    expect(walk(fork(), [agree, { type: 'clip-started' }, { type: 'went-back', visit: 99 }]).life).to.equal('playing');
  });

  it('plays again from the question and asks again after it', () => {
    const again = walk(fork(), [agree, ended, { type: 'replayed' }]);

    expect([again.life, again.snapshot.context.plays]).to.deep.equal(['loading', 2]);
    expect(walk(fork(), [agree, ended, { type: 'replayed' }, ended]).life).to.equal('asking');
  });

  it('asks again after a replay that follows a way back', () => {
    const events: PlayerEvent[] = [agree, ended, pick('left'), { type: 'went-back' }, { type: 'replayed' }, ended];

    expect(walk(fork(), events).life).to.equal('asking');
  });

  it('takes the same ways through the text version', () => {
    const graph = hub();
    const reading = walk(graph, [agree, { type: 'text-chosen' }]);
    const team = walk(graph, [agree, { type: 'text-chosen' }, pick('team')]);
    const end = walk(graph, [agree, { type: 'text-chosen' }, pick('team'), { type: 'text-read' }, pick('end')]);

    expect([reading.life, isReading(reading.snapshot)]).to.deep.equal(['asking', true]);
    expect([team.life, team.scene]).to.deep.equal(['reading', 'team']);
    expect([end.life, end.scene]).to.deep.equal(['ended', 'end']);
    expect(end.snapshot.context.plays).to.equal(1);
  });

  it('returns from the text version to the clip', () => {
    const { life, snapshot } = walk(fork(), [agree, { type: 'text-chosen' }, { type: 'video-chosen' }]);

    expect([life, isReading(snapshot)]).to.deep.equal(['loading', false]);
  });

  it('offers the text version where a clip fails, in the same place', () => {
    const failed: PlayerEvent[] = [agree, ended, pick('left'), { type: 'clip-failed' }];

    expect(walk(fork(), [...failed, { type: 'text-chosen' }])).to.include({ life: 'reading', scene: 'left' });
    expect(walk(fork(), [...failed, { type: 'text-chosen' }, { type: 'text-read' }]).life).to.equal('ended');
  });

  it('shows the text of a scene that has no clip', () => {
    const graph = aGraph({ branches: { note: ['end'], end: [] }, scenes: { note: { clip: undefined } } });

    expect(walk(graph, [agree]).life).to.equal('reading');
    expect(walk(graph, [agree, { type: 'text-read' }]).scene).to.equal('end');
  });

  it('keeps a question to the company without leaving its place', () => {
    const { life, viewing } = walk(fork(), [
      agree,
      { type: 'clip-started' },
      { type: 'asked', text: 'Who would sit beside me?', topic: 'relationships' },
    ]);

    expect(life).to.equal('playing');
    expect(viewing.asked).to.deep.equal(['relationships']);
  });

  it('ignores answers that nobody asked for', () => {
    const { life, scene, viewing } = walk(fork(), [agree, { type: 'clip-started' }, pick('left'), { type: 'skipped' }]);

    expect([life, scene, viewing.given.length]).to.deep.equal(['playing', 'ask', 0]);
    expect(walk(fork(), [agree, pick('left'), ended]).life).to.equal('asking');
  });

  it('takes up a viewing where it stood', () => {
    const { viewing } = walk(hub(), [agree, ended, pick('team')]);
    const resumed = { type: 'resumed', viewing, choice: 'unnamed', reading: false } as const;

    expect(walk(hub(), [{ ...resumed, standing: 'watching' }])).to.include({ scene: 'team', life: 'loading' });
    expect(walk(hub(), [{ ...resumed, standing: 'watching' }, ended])).to.include({ scene: 'hub', life: 'asking' });
    const asking = walk(hub(), [agree, ended]).viewing;
    expect(walk(hub(), [{ ...resumed, viewing: asking, standing: 'asking' }])).to.include({ life: 'asking' });
    const over = walk(hub(), [agree, ended, pick('end'), ended]).viewing;
    expect(walk(hub(), [{ ...resumed, viewing: over, standing: 'ended' }])).to.include({ scene: 'end', life: 'ended' });
  });

  it('has a question of an ending answered before it ends', () => {
    const graph = aGraph({ scenes: { end: { ending: {}, question: aFreeText() } } });

    expect(walk(graph, [agree, ended]).life).to.equal('asking');
    const words: PlayerEvent = { type: 'answered', answer: { type: 'written', text: 'Thank you' } };
    expect(walk(graph, [agree, ended, words]).life).to.equal('ended');
  });

  it('runs as an actor, as an inspector would see it', () => {
    const actor = createActor(compileGraph(fork()), { input: {} }).start();

    actor.send(agree);
    actor.send({ type: 'clip-started' });

    expect(actor.getSnapshot().value).to.deep.equal({
      story: 'ask',
      life: { watching: 'playing' },
      question: 'open',
      mode: 'video',
    });
  });
});
