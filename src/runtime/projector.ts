import { playableClip } from '../domain/address.js';
import type { Graph } from '../domain/graph.js';
import type { Clip } from '../domain/scene.js';
import { currentLife, currentScene, isReading, type LifeState, type PlayerSnapshot } from '../machine/selectors.js';
import type { Media } from '../media/media.js';

const WATCHING: readonly LifeState[] = ['loading', 'playing', 'paused', 'stalled'];

/** How a clip is taken up that was broken off. */
export type TakingUp =
  /** The viewer asked for it. */
  | 'playing'
  /** Nobody touched the page yet, and browsers play sound only after a touch. */
  | 'paused'
  /** It is on air already and goes on as it is. */
  | 'as-it-is';

const FROM_THE_BEGINNING = { seconds: 0, how: 'playing' } as const;

/** Makes the media do what the machine says. */
export interface Projector {
  /** Loads a clip that will be wanted, without playing it. */
  prepare(clip: Clip | undefined): void;
  /** Follows the machine from one snapshot to the next. */
  follow(graph: Graph, before: PlayerSnapshot, after: PlayerSnapshot): void;
  /** When this clip is wanted next, it does not begin at its beginning. */
  takeUp(clip: Clip | undefined, seconds: number, how: TakingUp): void;
  play(): void;
}

/** `base` is the graph's own address. `onHeld` is called where a clip that the machine waits for does not start of itself. */
export function createProjector(media: Media, base: string, onHeld: () => void): Projector {
  let loaded: string | undefined;
  /** Loaded and not played yet, so it need not be loaded again. */
  let fresh = false;
  /** Could not be loaded. It is tried again when the viewer wants it, and not for as long as it fails. */
  let lost: string | undefined;
  let takingUp: { readonly key: string; readonly seconds: number; readonly how: TakingUp } | undefined;

  media.listen(({ type }) => {
    if (type === 'failed') {
      lost = loaded ?? lost;
      loaded = undefined;
    }
  });

  const isLoaded = (clip: Clip): boolean => loaded === keyOf(clip);

  const load = (clip: Clip): void => {
    loaded = keyOf(clip);
    lost = undefined;
    fresh = true;
    media.load(playableClip(clip, base));
  };

  const prepare = (clip: Clip | undefined): void => {
    if (clip && !isLoaded(clip) && lost !== keyOf(clip)) load(clip);
  };

  const play = (): void => {
    fresh = false;
    void media.play().then((playing) => {
      if (!playing) onHeld();
    });
  };

  const begin = (clip: Clip): void => {
    const { seconds, how } = takingUp?.key === keyOf(clip) ? takingUp : FROM_THE_BEGINNING;
    takingUp = undefined;
    if (how === 'as-it-is' && isLoaded(clip)) return onHeld();
    if (!fresh || !isLoaded(clip)) load(clip);
    // Before it is ready: the first picture that is seen of it is that of the place.
    if (seconds > 0) media.seek(seconds);
    if (how === 'playing') play();
    else onHeld();
  };

  return {
    prepare,
    play,
    takeUp(clip, seconds, how) {
      takingUp = { key: keyOf(clip), seconds, how };
    },
    follow(graph, before, after) {
      const { clip } = currentScene(graph, after);
      if (!WATCHING.includes(currentLife(after))) {
        media.pause();
        if (!isReading(after)) prepare(clip);
      } else if (clip && after.context.plays > before.context.plays) {
        begin(clip);
      } else if (currentLife(before) === 'asking') {
        play();
      }
    },
  };
}

/** The same clip in another version of the graph is the same clip. */
function keyOf(clip: Clip | undefined): string {
  return JSON.stringify(clip ?? null);
}
