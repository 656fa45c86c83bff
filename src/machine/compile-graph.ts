import { and, assign, not, or, raise, setup, stateIn } from 'xstate';

import { holds } from '../domain/branch.js';
import type { ClipFailure } from '../domain/clip-failure.js';
import type { Condition } from '../domain/condition.js';
import { findScene, questionsById, type Graph } from '../domain/graph.js';
import type { RecordingChoice } from '../domain/reaction.js';
import type { Scene, SceneId } from '../domain/scene.js';
import {
  askCompany,
  beginViewing,
  enterScene,
  giveAnswer,
  goBack,
  presentVisit,
  withdrawAnswer,
  type Viewing,
  type Visit,
} from '../domain/viewing.js';
import type { PlayerEvent, SceneOver } from './player-event.js';

/** What the statechart cannot say by where it stands. */
export interface PlayerContext {
  readonly viewing: Viewing;
  /** Undefined until the notice was answered. */
  readonly choice: RecordingChoice | undefined;
  /** Goes up whenever a clip is to be played from its beginning. */
  readonly plays: number;
}

export interface PlayerInput {
  /** What the page says of the viewer, such as `jobType`. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/**
 * Turns an author's graph into a statechart of four regions:
 *
 * - `story`: each scene is a state, each branch a transition, each condition its guard;
 * - `life`: what the player is doing;
 * - `question`: whether the scene's question is still open;
 * - `mode`: video or text version.
 *
 * It has no effects: every one of them is read off the snapshots before and after.
 * The graph must be playable (see `checkGraph`).
 */
export function compileGraph(graph: Graph) {
  const questions = questionsById(graph);
  const sceneOf = (viewing: Viewing): Scene => findScene(graph, presentVisit(viewing).scene) ?? { title: '' };

  const machine = setup({
    types: {
      context: {} as PlayerContext,
      events: {} as PlayerEvent | SceneOver,
      input: {} as PlayerInput,
    },
    guards: {
      holds: ({ context }, { when }: { when: Condition }) => holds(when, context.viewing, questions),
      landsOn: ({ context, event }, { scene }: { scene: SceneId }) => landing(context.viewing, event)?.scene === scene,
      canGoBack: ({ context, event }) => landing(context.viewing, event) !== undefined,
      hasQuestion: ({ context }) => sceneOf(context.viewing).question !== undefined,
      hasClip: ({ context }) => sceneOf(context.viewing).clip !== undefined,
      isEnding: ({ context }) => sceneOf(context.viewing).ending !== undefined,
      isHubAgain: ({ context }) => isHubAgain(sceneOf(context.viewing), context.viewing),
      wasReading: ({ event }) => event.type === 'resumed' && event.reading,
      failedBy: ({ event }, { failure }: { failure: ClipFailure }) =>
        event.type === 'clip-failed' && event.failure === failure,
      stoodAt: ({ event }, { standing }: { standing: string }) =>
        event.type === 'resumed' && event.standing === standing,
    },
    actions: {
      enter: assign({
        viewing: ({ context }, { scene }: { scene: SceneId }) => enterScene(context.viewing, scene),
      }),
      goBack: assign({
        viewing: ({ context, event }) => goBack(context.viewing, landing(context.viewing, event)?.number ?? 0),
      }),
      resume: assign(({ context, event }) =>
        event.type === 'resumed' ? { viewing: event.viewing, choice: event.choice } : context,
      ),
      keepChoice: assign({
        choice: ({ context, event }) =>
          event.type === 'notice-answered' || event.type === 'choice-changed' ? event.choice : context.choice,
      }),
      keepAnswer: assign({
        viewing: ({ context, event }) => withAnswer(sceneOf(context.viewing), context.viewing, event),
      }),
      keepAsked: assign({
        viewing: ({ context, event }) =>
          event.type === 'asked' ? askCompany(context.viewing, event.topic) : context.viewing,
      }),
      withdrawAnswer: assign({
        viewing: ({ context, event }) =>
          event.type === 'answer-withdrawn' ? withdrawAnswer(context.viewing, event.question) : context.viewing,
      }),
      playFromStart: assign({ plays: ({ context }) => context.plays + 1 }),
      finishScene: raise({ type: 'scene-over' }),
    },
  });

  const reads = or([stateIn('#text'), not('hasClip')]);
  const questionIsOpen = and(['hasQuestion', stateIn('#open')]);

  /** Lands on any scene of the way taken, whichever it is. */
  const jumps = (actions: 'goBack' | 'resume') =>
    Object.keys(graph.scenes).map((scene) => ({
      guard: { type: 'landsOn' as const, params: { scene } },
      target: `.${scene}`,
      actions,
    }));

  const sceneState = ({ title, branches = [] }: Scene) => ({
    description: title,
    on: {
      'scene-over': branches.map(({ to, when }) => ({
        target: to,
        actions: { type: 'enter' as const, params: { scene: to } },
        ...(when && { guard: { type: 'holds' as const, params: { when } } }),
      })),
    },
  });

  return machine.createMachine({
    id: graph.id,
    type: 'parallel',
    context: ({ input }) => ({
      viewing: beginViewing(graph.start, input?.attributes),
      choice: undefined,
      plays: 0,
    }),
    on: {
      asked: { guard: not(stateIn('#notice')), actions: 'keepAsked' },
      'choice-changed': { guard: not(stateIn('#notice')), actions: 'keepChoice' },
      'answer-withdrawn': { actions: 'withdrawAnswer' },
    },
    states: {
      story: {
        initial: graph.start,
        on: { 'went-back': jumps('goBack'), resumed: jumps('resume') },
        states: Object.fromEntries(Object.entries(graph.scenes).map(([id, scene]) => [id, sceneState(scene)])),
      },
      life: {
        initial: 'notice',
        on: { 'went-back': { guard: 'canGoBack', target: '.returning' } },
        states: {
          notice: {
            id: 'notice',
            on: {
              'notice-answered': { target: 'entering', actions: 'keepChoice' },
              resumed: [
                { guard: { type: 'stoodAt', params: { standing: 'asking' } }, target: 'returning' },
                { guard: { type: 'stoodAt', params: { standing: 'ended' } }, target: 'ended' },
                { target: 'entering' },
              ],
            },
          },
          entering: {
            always: [
              { guard: and([questionIsOpen, or([reads, 'isHubAgain'])]), target: 'asking.atEnd' },
              { guard: and([reads, 'isEnding']), target: 'ended' },
              { guard: reads, target: 'reading' },
              { target: 'watching' },
            ],
          },
          /** Back in an earlier scene: its question at once, not its clip. */
          returning: { always: [{ guard: 'hasQuestion', target: 'asking.atEnd' }, { target: 'entering' }] },
          watching: {
            initial: 'loading',
            on: {
              'clip-started': '.playing',
              'clip-paused': '.paused',
              'clip-stalled': '.stalled',
              'clip-ended': 'finishing',
              'clip-failed': [
                { guard: { type: 'failedBy', params: { failure: 'not-found' } }, target: 'failed.notFound' },
                { guard: { type: 'failedBy', params: { failure: 'unplayable' } }, target: 'failed.unplayable' },
                { target: 'failed.network' },
              ],
              'question-reached': { guard: questionIsOpen, target: 'asking.midway' },
              replayed: '.loading',
              'text-chosen': 'entering',
            },
            states: { loading: { entry: 'playFromStart' }, playing: { id: 'playing' }, paused: {}, stalled: {} },
          },
          asking: {
            id: 'asking',
            initial: 'atEnd',
            on: {
              replayed: { guard: 'hasClip', target: 'watching' },
              'text-chosen': 'entering',
              'video-chosen': { guard: and(['hasClip', not('isHubAgain')]), target: 'watching' },
            },
            states: {
              midway: {
                on: {
                  answered: { target: '#playing', actions: 'keepAnswer' },
                  skipped: { target: '#playing', actions: 'keepAnswer' },
                },
              },
              atEnd: {
                on: {
                  answered: { target: '#finishing', actions: 'keepAnswer' },
                  skipped: { target: '#finishing', actions: 'keepAnswer' },
                },
              },
            },
          },
          reading: {
            on: { 'text-read': 'finishing', 'video-chosen': { guard: 'hasClip', target: 'watching' } },
          },
          failed: {
            initial: 'network',
            on: { retried: 'watching', 'text-chosen': 'entering', 'clip-passed': 'finishing' },
            states: { notFound: {}, network: {}, unplayable: {} },
          },
          finishing: {
            id: 'finishing',
            always: [
              { guard: questionIsOpen, target: 'asking.atEnd' },
              { guard: 'isEnding', target: 'ended' },
              { target: 'branching', actions: 'finishScene' },
            ],
          },
          branching: { on: { 'scene-over': 'entering' } },
          ended: { on: { replayed: { guard: 'hasClip', target: 'watching' } } },
        },
      },
      question: {
        initial: 'open',
        states: {
          open: {
            id: 'open',
            on: {
              answered: { guard: stateIn('#asking'), target: 'settled' },
              skipped: { guard: stateIn('#asking'), target: 'settled' },
            },
          },
          settled: {
            on: { 'scene-over': 'open', 'went-back': { guard: 'canGoBack', target: 'open' }, replayed: 'open' },
          },
        },
      },
      mode: {
        initial: 'video',
        states: {
          video: { on: { 'text-chosen': 'text', resumed: { guard: 'wasReading', target: 'text' } } },
          text: { id: 'text', on: { 'video-chosen': 'video' } },
        },
      },
    },
  });
}

/** The statechart of one graph. */
export type PlayerMachine = ReturnType<typeof compileGraph>;

/** The visit that an event leads back to, if it leads anywhere. */
function landing({ path }: Viewing, event: PlayerEvent | SceneOver): Visit | undefined {
  if (event.type === 'resumed') return presentVisit(event.viewing);
  if (event.type !== 'went-back') return undefined;
  const earlier = path.slice(0, -1);
  return event.visit === undefined ? earlier.at(-1) : earlier.find(({ number }) => number === event.visit);
}

/** A hub whose question was answered in an earlier visit asks again at once, without its clip. */
function isHubAgain({ hub, question }: Scene, viewing: Viewing): boolean {
  const visit = presentVisit(viewing).number;
  return hub === true && viewing.given.some((one) => one.question === question?.id && one.visit !== visit);
}

function withAnswer({ question }: Scene, viewing: Viewing, event: PlayerEvent | SceneOver): Viewing {
  if (!question) return viewing;
  if (event.type === 'answered') return giveAnswer(viewing, question.id, event.answer);
  return event.type === 'skipped' ? giveAnswer(viewing, question.id, { type: 'declined' }) : viewing;
}
