import { findScene, listQuestions, topicsOf, type Graph, type GraphId } from './graph.js';
import type { Question, QuestionId } from './questions/question.js';
import { optionsOf } from './questions/question.js';
import type { OptionId } from './questions/question-base.js';
import type { SceneId } from './scene.js';
import type { TopicId } from './topic.js';

/** One question, and the scene that asks it. */
export interface PlacedQuestion {
  readonly scene: SceneId;
  readonly question: Question;
  /** Asked again and again: each of its answers stands, not the latest alone. */
  readonly hub: boolean;
}

/** Looks up an author's words for the ids of the log. What is not found is answered with the id itself. */
export interface Labels {
  readonly graphs: ReadonlyMap<GraphId, Graph>;
  graph(id: GraphId): string;
  scene(graph: GraphId, id: SceneId): string;
  prompt(graph: GraphId, id: QuestionId): string;
  option(graph: GraphId, question: QuestionId, id: OptionId): string;
  topic(graph: GraphId, id: TopicId): string;
  question(graph: GraphId, id: QuestionId): PlacedQuestion | undefined;
}

/** Makes the labels of some graphs. Of two with one id the later counts. */
export function labelGraphs(graphs: readonly Graph[]): Labels {
  const byId = new Map(graphs.map((graph) => [graph.id, graph]));
  const questions = new Map([...byId.values()].map((graph) => [graph.id, placeQuestions(graph)]));
  const options = new Map([...questions].map(([graph, placed]) => [graph, labelOptions(placed)]));
  const topics = new Map(
    [...byId.values()].map((graph) => [graph.id, new Map(topicsOf(graph).map(({ id, label }) => [id, label]))]),
  );
  return {
    graphs: byId,
    graph: (id) => byId.get(id)?.title ?? id,
    scene(graph, id) {
      const found = byId.get(graph);
      return (found && findScene(found, id)?.title) ?? id;
    },
    prompt: (graph, id) => questions.get(graph)?.get(id)?.question.prompt ?? id,
    option: (graph, question, id) => options.get(graph)?.get(question)?.get(id) ?? id,
    topic: (graph, id) => topics.get(graph)?.get(id) ?? id,
    question: (graph, id) => questions.get(graph)?.get(id),
  };
}

function placeQuestions(graph: Graph): ReadonlyMap<QuestionId, PlacedQuestion> {
  return new Map(
    listQuestions(graph).map(({ scene, question }) => [
      question.id,
      { scene, question, hub: findScene(graph, scene)?.hub ?? false },
    ]),
  );
}

function labelOptions(
  placed: ReadonlyMap<QuestionId, PlacedQuestion>,
): ReadonlyMap<QuestionId, ReadonlyMap<OptionId, string>> {
  return new Map(
    [...placed].map(([id, { question }]) => [id, new Map(optionsOf(question).map((one) => [one.id, one.label]))]),
  );
}
