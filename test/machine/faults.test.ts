import { initialTransition, transition } from 'xstate';
import { describe, expect, it } from 'vitest';

import type { Graph } from '../../src/domain/graph.js';
import { presentVisit } from '../../src/domain/viewing.js';
import { compileGraph } from '../../src/machine/compile-graph.js';
import type { PlayerEvent } from '../../src/machine/player-event.js';
import { currentFailure, currentLife, isReading, type PlayerSnapshot } from '../../src/machine/selectors.js';
import { aGraph, aSingleChoice } from '../fixtures.js';

const agree: PlayerEvent = { type: 'notice-answered', choice: 'unnamed' };
const started: PlayerEvent = { type: 'clip-started' };
const stalled: PlayerEvent = { type: 'clip-stalled' };
const paused: PlayerEvent = { type: 'clip-paused' };
const ended: PlayerEvent = { type: 'clip-ended' };
const retried: PlayerEvent = { type: 'retried' };
const passed: PlayerEvent = { type: 'clip-passed' };
const failed = (failure: 'not-found' | 'network' | 'unplayable'): PlayerEvent => ({ type: 'clip-failed', failure });

const graph = () =>
  aGraph({
    branches: { film: ['after'], after: ['end'], end: [] },
    scenes: { after: { question: aSingleChoice({}, ['yes', 'no']) } },
  });

function walk(events: readonly PlayerEvent[], of: Graph = graph()) {
  const machine = compileGraph(of);
  const [first] = initialTransition(machine, {});
  const snapshot = events.reduce<PlayerSnapshot>((now, event) => transition(machine, now, event)[0], first);
  return {
    snapshot,
    life: currentLife(snapshot),
    failure: currentFailure(snapshot),
    scene: presentVisit(snapshot.context.viewing).scene,
  };
}

describe('the faults of a clip', () => {
  const TABLE: readonly (readonly [string, readonly PlayerEvent[], string, string | undefined])[] = [
    ['a server without ranges: a jump waits, and plays on', [started, stalled, started], 'playing', undefined],
    ['a wrong type that the browser plays all the same', [started], 'playing', undefined],
    ['a wrong type that the browser does not play', [failed('unplayable')], 'failed', 'unplayable'],
    ['HLS without CORS', [failed('unplayable')], 'failed', 'unplayable'],
    ['404', [failed('not-found')], 'failed', 'not-found'],
    ['503 at once', [failed('network')], 'failed', 'network'],
    ['503 in the middle', [started, stalled, failed('network')], 'failed', 'network'],
    ['a file that is broken in the middle', [started, failed('unplayable')], 'failed', 'unplayable'],
    ['a line that is away for a moment', [started, stalled, started], 'playing', undefined],
    ['a line that is away', [started, stalled], 'stalled', undefined],
    ['a line that is away for 30 seconds', [started, stalled, failed('network')], 'failed', 'network'],
    ['a line on which nothing comes from the beginning', [failed('network')], 'failed', 'network'],
    ['a device that goes to sleep while it plays', [started, paused], 'paused', undefined],
    ['a device that goes to sleep while it loads', [paused], 'paused', undefined],
    ['a device that goes to sleep while the line is away', [started, stalled, paused], 'paused', undefined],
    ['a device that wakes without a line', [started, paused, failed('network')], 'failed', 'network'],
    ['a fault of which nobody knows the reason', [{ type: 'clip-failed' }], 'failed', 'network'],
  ];

  it.each(TABLE)('%s', (_, events, life, failure) => {
    const stands = walk([agree, ...events]);

    expect([stands.life, stands.failure, stands.scene]).toEqual([life, failure, 'film']);
  });

  describe.each(['not-found', 'network', 'unplayable'] as const)('after "%s"', (failure) => {
    const failing = [agree, started, failed(failure)];

    it('the viewer may try again: the same clip from a new beginning', () => {
      const { life, scene, snapshot } = walk([...failing, retried]);

      expect([life, scene, snapshot.context.plays]).toEqual(['loading', 'film', 2]);
    });

    it('may read instead, in the same place', () => {
      const { life, scene, snapshot } = walk([...failing, { type: 'text-chosen' }]);

      expect([life, scene, isReading(snapshot)]).toEqual(['reading', 'film', true]);
    });

    it('may go on to the next scene without the clip', () => {
      expect(walk([...failing, passed])).toMatchObject({ life: 'loading', scene: 'after' });
    });

    it('is asked the question of a clip that they go on without', () => {
      const later = walk([agree, ended, failed(failure), passed]);

      expect([later.life, later.scene]).toEqual(['asking', 'after']);
    });

    it('keeps the way taken', () => {
      const { snapshot } = walk([agree, ended, failed(failure)]);

      expect(snapshot.context.viewing.path.map(({ scene }) => scene)).toEqual(['film', 'after']);
      expect(walk([agree, ended, failed(failure), { type: 'went-back' }]).scene).toBe('film');
    });
  });

  it('lets nobody go past a clip that plays', () => {
    expect(walk([agree, started, passed])).toMatchObject({ life: 'playing', scene: 'film' });
  });

  it('reaches the ending without its clip', () => {
    const events = [agree, ended, ended, { type: 'skipped' } as const, failed('not-found'), passed];

    expect(walk(events)).toMatchObject({ life: 'ended', scene: 'end' });
  });
});
