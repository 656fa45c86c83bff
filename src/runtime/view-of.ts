import type { Graph } from '../domain/graph.js';
import { findScene } from '../domain/graph.js';
import { pickedOptions, presentVisit, type Viewing } from '../domain/viewing.js';
import {
  currentAnswer,
  currentFailure,
  currentLife,
  currentQuestion,
  currentScene,
  isReading,
  type PlayerSnapshot,
} from '../machine/selectors.js';
import type { PlayerView, WayPoint } from './player-view.js';

/** Makes what the views show from where the machine stands. */
export function viewOf(graph: Graph, snapshot: PlayerSnapshot): PlayerView {
  const { viewing, choice } = snapshot.context;
  const scene = currentScene(graph, snapshot);
  const question = currentQuestion(graph, snapshot);
  return {
    graph,
    life: currentLife(snapshot),
    failure: currentFailure(snapshot),
    reading: isReading(snapshot) || !scene.clip,
    sceneId: presentVisit(viewing).scene,
    scene,
    question,
    given: question && currentAnswer(graph, snapshot),
    seen: question ? pickedOptions(viewing, question.id) : [],
    way: wayOf(graph, viewing),
    canGoBack: viewing.path.length > 1,
    choice,
  };
}

function wayOf(graph: Graph, { path }: Viewing): readonly WayPoint[] {
  return path.map(({ number, scene }) => ({ visit: number, scene, title: findScene(graph, scene)?.title ?? scene }));
}
