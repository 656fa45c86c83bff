import { createActor, transition, type Actor } from 'xstate';

import type { Answer } from '../domain/answer.js';
import { carryOver } from '../domain/carry-over.js';
import { FollowupError } from '../domain/error.js';
import { findScene, type Graph } from '../domain/graph.js';
import { noticeVersionOf } from '../domain/notice-version.js';
import type { RecordingChoice } from '../domain/reaction.js';
import { presentVisit } from '../domain/viewing.js';
import { compileGraph, type PlayerMachine } from '../machine/compile-graph.js';
import type { PlayerEvent } from '../machine/player-event.js';
import { reactionsOf } from '../machine/reactions.js';
import { currentLife, isAskingMidway, isQuestionAhead, isReading, type PlayerSnapshot } from '../machine/selectors.js';
import type { Media, MediaEvent } from '../media/media.js';
import type { Attendant } from './attendant.js';
import { exportReactions } from './export-reactions.js';
import type { Life, PlayerCommands } from './player-view.js';
import type { Happening, PageViewer, PlayerSession } from './player-session.js';
import { takeOneByOne } from './one-by-one.js';
import { createPrefetcher, type PrefetcherSetup } from './prefetcher.js';
import { createProjector, type TakingUp } from './projector.js';
import { createRecordDesk } from './record-desk.js';
import type { RecordedPlace, Recording } from './recording.js';
import { viewOf } from './view-of.js';

export interface SessionSetup {
  readonly graph: Graph;
  /** The graph's own address: clips are relative to it. */
  readonly base: string;
  readonly viewer: PageViewer;
  readonly media: Media;
  readonly recording: Recording;
  /** Calls back when the collector answered a wish to delete. */
  onWithdrawn?(listener: () => void): void;
  /** Calls back when the page goes away, until the returned function is called. */
  onLeaving(listener: () => void): () => void;
  /** Calls back when the page or the device has slept, or is about to. */
  onSleeping?(listener: () => void): () => void;
  /** Calls back when log or collector fail. */
  onFault(listener: (error: FollowupError) => void): void;
  /**
   * Calls back once what is shown now was drawn; the returned function calls that off. What nobody sees waits so long,
   * for a viewer would wait for it. Left out, nothing waits.
   */
  afterDrawing?(then: () => void): () => void;
  /** Follows the viewing outside the page. */
  readonly attendant?: Attendant;
  /** Has the next clips made ready. Left out, each is fetched when it was chosen. */
  readonly prefetch?: Pick<PrefetcherSetup, 'budget' | 'readLine' | 'fetchCounts'>;
}

/** An event to take, or something else that has to wait until all before it is written. */
type Step = { readonly event: PlayerEvent; readonly visit: number | undefined } | (() => void);

/**
 * Joins machine, log and media.
 *
 * Every event is first tried on the machine by a pure transition. What it would leave in the log is made durable,
 * and only then is the branch really taken. Events wait for one another, so the log is never overtaken.
 */
export async function startSession(setup: SessionSetup): Promise<PlayerSession> {
  const { base, viewer, media, recording } = setup;
  const attributes = viewer.attributes ?? {};
  const listeners = new Set<(happening: Happening) => void>();
  const deskListeners = new Set<() => void>();
  /** Faults from before anybody listened. */
  const untold: Happening[] = [];
  let graph = setup.graph;
  let machine: PlayerMachine = compileGraph(graph);
  let actor: Actor<PlayerMachine> = startActor();
  let view = viewOf(graph, actor.getSnapshot());

  const projector = createProjector(media, base, () =>
    send({ type: media.facts().paused ? 'clip-paused' : 'clip-started' }),
  );

  function startActor(): Actor<PlayerMachine> {
    return createActor(machine, { input: { attributes } }).start();
  }

  function tell(happening: Happening): void {
    if (happening.type === 'faulted' && listeners.size === 0) untold.push(happening);
    listeners.forEach((listener) => listener(happening));
  }

  const prefetcher = setup.prefetch && createPrefetcher({ media, base, ...setup.prefetch });

  /** Of what waits for the drawing. */
  let callOff: (() => void) | undefined;
  let keepsPlace = false;

  function tellChange(): void {
    tell({ type: 'changed' });
    if (callOff) return;
    const cancel = setup.afterDrawing?.(() => {
      callOff = undefined;
      keepUp();
    });
    if (cancel) callOff = cancel;
    else keepUp();
  }

  /** Has the next clips made ready, and what follows the viewing outside the page told. */
  function keepUp(): void {
    prefetcher?.follow(graph, actor.getSnapshot());
    setup.attendant?.follow({ view, commands, media });
  }

  /** Once for all that comes at the same time, but not later: a page that is left has no time to write. */
  function keepPlace(): void {
    if (keepsPlace) return;
    keepsPlace = true;
    queueMicrotask(() => {
      keepsPlace = false;
      const snapshot = actor.getSnapshot();
      if (currentLife(snapshot) !== 'notice') recording.keepPlace(placeOf(snapshot));
    });
  }

  const queue = takeOneByOne(take);

  /** `visit` ties what a viewer did to what they saw: a second tap never answers the next question. */
  function send(event: PlayerEvent, visit?: number): void {
    queue({ event, visit });
  }

  /** Takes a step at once if it leaves nothing in the log; else returns a promise to wait for. */
  function take(step: Step): Promise<void> | undefined {
    if (typeof step === 'function') return void step();
    const { event, visit } = step;
    const before = actor.getSnapshot();
    if (visit !== undefined && visit !== presentVisit(before.context.viewing).number) return undefined;
    const [after] = transition(machine, before, event);
    const drafts = reactionsOf(graph, { before, event, after, watchedSeconds: watchedSeconds() });
    const settle = (): void => {
      actor.send(event);
      arrive(before);
      const recorded = recording.viewing !== undefined;
      drafts.forEach((reaction) => tell({ type: 'reacted', reaction, recorded }));
    };
    const starts = (event.type === 'notice-answered' || event.type === 'choice-changed') && before.can(event);
    if (!starts && (drafts.length === 0 || recording.viewing === undefined)) return void settle();
    // Another choice is another viewing: no number joins what is recorded under the two.
    if (event.type === 'choice-changed') {
      if (event.choice === 'unrecorded') recording.stop();
      else recording.finish();
    }
    const next = findScene(graph, presentVisit(after.context.viewing).scene)?.clip;
    const playsNext = after.context.plays > before.context.plays && isLeft(before, after);
    const record = (): Promise<void> => recording.record(drafts);
    const written = starts ? recording.begin(event.choice, viewer).then(record) : record();
    if (next && playsNext) prefetcher?.hasten(next, before);
    return written
      .catch((cause: unknown) => fault('log-failed', 'The log could not take a reaction. The viewing goes on.', cause))
      .then(settle);
  }

  function arrive(before: PlayerSnapshot): void {
    const after = actor.getSnapshot();
    projector.follow(graph, before, after);
    view = viewOf(graph, after);
    keepPlace();
    tellChange();
  }

  function placeOf(snapshot: PlayerSnapshot): RecordedPlace {
    const { attributes: _, ...progress } = snapshot.context.viewing;
    const clipSeconds = media.facts().currentSeconds;
    return { progress, standing: standingOf(snapshot), reading: isReading(snapshot), clipSeconds };
  }

  function watchedSeconds(): number {
    return Math.round(media.facts().watchedSeconds * 10) / 10;
  }

  function fault(code: string, message: string, cause: unknown): void {
    hearFault(new FollowupError(code, message, { cause }));
  }

  function hearFault(error: FollowupError): void {
    tell({ type: 'faulted', error, problems: [] });
  }

  /** What is recorded is another than it was, by the collector or in another tab. */
  function hearChange(): void {
    deskListeners.forEach((listener) => listener());
  }

  function hear(event: MediaEvent): void {
    if (event.type === 'playing') send({ type: 'clip-started' });
    if (event.type === 'paused' && !isOver()) send({ type: 'clip-paused' });
    if (event.type === 'stalled') send({ type: 'clip-stalled' });
    if (event.type === 'ended') send({ type: 'clip-ended' });
    if (event.type === 'failed') {
      projector.takeUp(view.scene.clip, media.facts().currentSeconds, 'playing');
      fault(
        `clip-${event.failure}`,
        `The clip of scene "${view.sceneId}" could not be played: ${event.detail}`,
        undefined,
      );
      send({ type: 'clip-failed', failure: event.failure });
    }
    if (event.type !== 'changed') return;
    const at = view.scene.question?.atSeconds;
    const isDue = at !== undefined && media.facts().currentSeconds >= at;
    if (isDue && isQuestionAhead(actor.getSnapshot())) send({ type: 'question-reached' });
    tellChange();
  }

  /** Browsers say `pause` just before `ended`. */
  function isOver(): boolean {
    const { currentSeconds, durationSeconds } = media.facts();
    return durationSeconds > 0 && currentSeconds >= durationSeconds;
  }

  /** The viewer comes back to a picture that stands where they left it, and not to a voice out of a lid just opened. */
  function sleep(): void {
    if (!isWatching(view.life)) return;
    media.pause();
    recording.keepPlace(placeOf(actor.getSnapshot()));
    send({ type: 'clip-paused' });
  }

  function leave(): void {
    const snapshot = actor.getSnapshot();
    if (currentLife(snapshot) === 'notice') return;
    recording.keepPlace(placeOf(snapshot));
    const unusedBytes = Math.round(media.facts().unusedBytes);
    recording.leave({
      type: 'left',
      scene: view.sceneId,
      watchedSeconds: watchedSeconds(),
      ...(unusedBytes > 0 && { unusedBytes }),
    });
  }

  /** Stands where the viewing stood, in this graph. */
  function resume(place: RecordedPlace, choice: RecordingChoice, how: TakingUp): void {
    const { viewing, keptPlace } = carryOver({ ...place.progress, attributes }, graph);
    const standing = keptPlace ? place.standing : 'watching';
    const { clip } = findScene(graph, presentVisit(viewing).scene) ?? {};
    if (keptPlace && standing === 'watching') projector.takeUp(clip, place.clipSeconds, how);
    send({ type: 'resumed', viewing, choice, standing, reading: place.reading });
  }

  function begin(): void {
    actor = startActor();
    view = viewOf(graph, actor.getSnapshot());
  }

  function startOver(): void {
    recording.finish();
    media.pause();
    actor.stop();
    begin();
    projector.prepare(view.scene.clip);
    tellChange();
  }

  function changeGraph(next: Graph): void {
    const snapshot = actor.getSnapshot();
    const place = placeOf(snapshot);
    const before = graph;
    actor.stop();
    graph = next;
    machine = compileGraph(graph);
    begin();
    const { choice } = snapshot.context;
    const agreed = noticeVersionOf(before.notice) === noticeVersionOf(graph.notice) || choice === 'unrecorded';
    if (choice && agreed) resume(place, choice, 'as-it-is');
    else {
      recording.finish();
      projector.prepare(view.scene.clip);
    }
    tellChange();
  }

  const now = (): number => presentVisit(actor.getSnapshot().context.viewing).number;
  const commands: PlayerCommands = {
    answerNotice: (choice) => send({ type: 'notice-answered', choice }),
    play: () => projector.play(),
    pause: () => media.pause(),
    seek: (seconds) => media.seek(seconds),
    setVolume: (volume) => media.setVolume(volume),
    setMuted: (muted) => media.setMuted(muted),
    setRate: (rate) => media.setRate(rate),
    setCaptions: (language) => media.setCaptions(language),
    setAudio: (language) => media.setAudio(language),
    answer: (answer: Answer) =>
      send(answer.type === 'declined' ? { type: 'skipped' } : { type: 'answered', answer }, now()),
    goBack: (visit) => send({ type: 'went-back', visit }, now()),
    replay: () => send({ type: 'replayed' }, now()),
    retry: () => send({ type: 'retried' }, now()),
    passClip: () => send({ type: 'clip-passed' }, now()),
    readText: () => send({ type: 'text-chosen' }),
    watchVideo: () => send({ type: 'video-chosen' }),
    goOn: () => send({ type: 'text-read' }, now()),
    ask: (text, topic) => send({ type: 'asked', text, topic }),
    startOver: () => queue(startOver),
  };

  media.setCaptions(graph.language);
  const stopHearing = media.listen(hear);
  const stopLeaving = setup.onLeaving(leave);
  const stopSleeping = setup.onSleeping?.(sleep);
  setup.onFault(hearFault);
  setup.onWithdrawn?.(hearChange);
  recording.listen((choice) => {
    if (choice) void queue.andWait({ event: { type: 'choice-changed', choice }, visit: undefined }).then(hearChange);
    else hearChange();
  });
  const place = await recording.recall().catch((cause: unknown) => {
    fault('log-unreadable', 'The earlier viewing could not be read. A new one begins.', cause);
    return undefined;
  });
  if (place) resume(place, place.choice, 'paused');
  else projector.prepare(view.scene.clip);

  return {
    get view() {
      return view;
    },
    commands,
    media,
    subscribe(listener) {
      listeners.add(listener);
      untold.splice(0).forEach(listener);
      return () => listeners.delete(listener);
    },
    changeGraph,
    desk: createRecordDesk({
      graph,
      recording,
      choice: () => actor.getSnapshot().context.choice,
      changeChoice: (choice) => queue.andWait({ event: { type: 'choice-changed', choice }, visit: undefined }),
      forgetAnswer: (question) => send({ type: 'answer-withdrawn', question }),
      listen(listener) {
        deskListeners.add(listener);
        return () => deskListeners.delete(listener);
      },
    }),
    exportLog: async (format) => exportReactions(graph, await recording.readAll(), format),
    close() {
      leave();
      callOff?.();
      setup.attendant?.leave();
      stopHearing();
      stopLeaving();
      stopSleeping?.();
      actor.stop();
      media.dispose();
      recording.close();
    },
  };
}

function isLeft({ context: before }: PlayerSnapshot, { context: after }: PlayerSnapshot): boolean {
  return presentVisit(before.viewing).number !== presentVisit(after.viewing).number;
}

function standingOf(snapshot: PlayerSnapshot): RecordedPlace['standing'] {
  if (isAskingMidway(snapshot)) return 'watching';
  const life = currentLife(snapshot);
  return life === 'ended' || life === 'asking' ? life : 'watching';
}

/** There is a clip that runs, or will as soon as it can. */
function isWatching(life: Life): boolean {
  return ['loading', 'playing', 'stalled'].includes(life);
}
