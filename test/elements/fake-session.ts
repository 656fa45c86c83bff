import type { Graph } from '../../src/domain/graph.js';
import { findScene } from '../../src/domain/graph.js';
import type { MediaFacts } from '../../src/elements/media-facts.js';
import type { Happening, PlayerSession } from '../../src/runtime/player-session.js';
import type { OwnRecord, RecordDesk } from '../../src/runtime/record-desk.js';
import type { PlayerCommands, PlayerView } from '../../src/runtime/player-view.js';

/** A session whose view a test sets by hand, and which keeps what it was told to do. */
export interface FakeSession extends PlayerSession {
  /** The names of the commands and what they were given, in order. */
  readonly calls: readonly (readonly [name: string, ...given: unknown[]])[];
  /** Shows something else from now on, and says so. */
  show(view: Partial<PlayerView>, facts?: Partial<MediaFacts>): void;
  tell(happening: Happening): void;
  readonly isClosed: boolean;
}

const COMMANDS: readonly (keyof PlayerCommands)[] = [
  'answerNotice',
  'play',
  'pause',
  'seek',
  'setVolume',
  'setMuted',
  'setRate',
  'setCaptions',
  'setAudio',
  'answer',
  'goBack',
  'replay',
  'retry',
  'passClip',
  'readText',
  'watchVideo',
  'goOn',
  'ask',
  'startOver',
];

/** A session in the first scene of `graph`, playing, recorded without a name, unless said otherwise. */
export function aSession(
  graph: Graph,
  wish: Partial<PlayerView> = {},
  factsWish: Partial<MediaFacts> = {},
  desk: RecordDesk = aDesk(),
): FakeSession {
  let view = aView(graph, wish);
  let facts = someFacts(view, factsWish);
  let isClosed = false;
  const calls: [string, ...unknown[]][] = [];
  const listeners = new Set<(happening: Happening) => void>();
  const tell = (happening: Happening): void => listeners.forEach((listener) => listener(happening));
  const command =
    (name: string) =>
    (...given: unknown[]): void =>
      void calls.push(given.length ? [name, ...given] : [name]);

  return {
    calls,
    get view() {
      return view;
    },
    get isClosed() {
      return isClosed;
    },
    commands: Object.fromEntries(COMMANDS.map((name) => [name, command(name)])) as unknown as PlayerCommands,
    media: { ...stillMedia(view), facts: () => facts },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(changes, factChanges = {}) {
      view = { ...view, ...changes };
      facts = { ...facts, paused: !isRunning(view), ...factChanges };
      tell({ type: 'changed' });
    },
    tell,
    changeGraph: command('changeGraph'),
    desk,
    exportLog: async () => 'id\r\n',
    close() {
      isClosed = true;
    },
  };
}

/** What a session shows in a scene, the graph's first unless `sceneId` names another. */
export function aView(graph: Graph, wish: Partial<PlayerView> = {}): PlayerView {
  const sceneId = wish.sceneId ?? graph.start;
  const scene = wish.scene ?? findScene(graph, sceneId);
  if (!scene) throw new RangeError(`There is no scene "${sceneId}" in the fixture.`);
  const life = wish.life ?? 'playing';
  return {
    graph,
    life,
    failure: life === 'failed' ? 'network' : undefined,
    reading: life === 'reading' || !scene.clip,
    sceneId,
    scene,
    question: life === 'asking' ? scene.question : undefined,
    given: undefined,
    seen: [],
    way: [{ visit: 1, scene: sceneId, title: scene.title }],
    canGoBack: (wish.way?.length ?? 1) > 1,
    choice: life === 'notice' ? undefined : 'unnamed',
    ...wish,
  };
}

const isRunning = ({ life }: PlayerView): boolean => ['playing', 'loading', 'stalled'].includes(life);

function someFacts(view: PlayerView, wish: Partial<MediaFacts>): MediaFacts {
  return {
    currentSeconds: 4,
    durationSeconds: view.scene.clip?.durationSeconds ?? 0,
    bufferedSeconds: 8,
    watchedSeconds: 4,
    paused: !isRunning(view),
    volume: 1,
    muted: false,
    rate: 1,
    captions: undefined,
    streamCaptions: [],
    audio: undefined,
    audios: [],
    unusedBytes: 0,
    ...wish,
  };
}

function stillMedia({ scene }: PlayerView): PlayerSession['media'] {
  const element = document.createElement('video');
  element.playsInline = true;
  if (scene.clip?.poster) element.poster = scene.clip.poster;
  const nothing = (): void => undefined;
  return {
    element,
    load: nothing,
    prepare: nothing,
    play: async () => true,
    pause: nothing,
    seek: nothing,
    setVolume: nothing,
    setMuted: nothing,
    setRate: nothing,
    setCaptions: nothing,
    setAudio: nothing,
    facts: () => {
      throw new RangeError('The session has them.');
    },
    listen: () => nothing,
    dispose: nothing,
  };
}

/** A desk with nothing on it, unless said otherwise. */
export function aDesk(record: Partial<OwnRecord> = {}): RecordDesk {
  const nothing = async (): Promise<void> => undefined;
  return {
    read: async () => ({ choice: 'unnamed', viewings: [], waiting: 0, refusals: [], ...record }),
    remove: nothing,
    removeAll: nothing,
    removeByCode: nothing,
    change: nothing,
    listen: () => () => undefined,
  };
}
