import { playableClip } from '../domain/address.js';
import type { Graph } from '../domain/graph.js';
import type { Clip } from '../domain/scene.js';
import { presentVisit } from '../domain/viewing.js';
import { currentLife, currentScene, isReading, type LifeState, type PlayerSnapshot } from '../machine/selectors.js';
import type { Media } from '../media/media.js';

const WATCHING: readonly LifeState[] = ['loading', 'playing', 'paused', 'stalled'];

/** Makes the media do what the machine says. */
export interface Projector {
  /** Loads a clip that will be wanted, without playing it. */
  prepare(clip: Clip | undefined): void;
  /** Follows the machine from one snapshot to the next. */
  follow(graph: Graph, before: PlayerSnapshot, after: PlayerSnapshot): void;
  /** Begins the next load at this second and, where the viewer did not ask for it, in pause. */
  resumeAt(seconds: number, how: 'playing' | 'paused'): void;
  /** Plays, or tells the machine that the browser waits for a tap. */
  play(): void;
}

/** `base` is the graph's own address. `onHeld` hears that the clip stands still until the viewer taps. */
export function createProjector(media: Media, base: string, onHeld: () => void): Projector {
  let loaded = '';
  /** Loaded and not played yet, so it need not be loaded again. */
  let fresh = false;
  let start: { readonly seconds: number; readonly how: 'playing' | 'paused' } | undefined;

  media.listen(({ type }) => {
    if (type === 'failed') fresh = false;
    if (type === 'ready' && start) {
      media.seek(start.seconds);
      start = undefined;
    }
  });

  const load = (clip: Clip | undefined): void => {
    const key = JSON.stringify(clip ?? null);
    if (!clip || (fresh && key === loaded)) return;
    loaded = key;
    fresh = true;
    media.load(playableClip(clip, base));
  };

  const play = (): void => {
    fresh = false;
    void media.play().then((playing) => {
      if (!playing) onHeld();
    });
  };

  return {
    prepare: load,
    play,
    resumeAt(seconds, how) {
      start = { seconds, how };
    },
    follow(graph, before, after) {
      const clip = currentScene(graph, after).clip;
      const isWatching = WATCHING.includes(currentLife(after));
      if (after.context.plays > before.context.plays) {
        const held = start?.how === 'paused';
        load(clip);
        if (held) onHeld();
        else play();
      } else if (!isWatching) {
        media.pause();
        const moved = presentVisit(after.context.viewing).number !== presentVisit(before.context.viewing).number;
        if (moved && !isReading(after)) load(clip);
      } else if (currentLife(before) === 'asking') {
        play();
      }
    },
  };
}
