import { cleaned } from './csv.js';
import { findScene, type GraphId } from './graph.js';
import { optionsOf, type Question, type QuestionId } from './questions/question.js';
import type { SceneId } from './scene.js';
import type { XapiOptions } from './xapi-statement.js';
import { ACTIVITY_TYPES, type LanguageMap } from './xapi-words.js';

interface InteractionComponent {
  readonly id: string;
  readonly description: LanguageMap;
}

interface Definition {
  readonly type: string;
  readonly name?: LanguageMap;
  readonly interactionType?: string;
  readonly choices?: readonly InteractionComponent[];
  readonly scale?: readonly InteractionComponent[];
}

/** What a statement is about. */
export interface Activity {
  readonly objectType: 'Activity';
  readonly id: string;
  readonly definition?: Definition;
}

/** The whole introduction. */
export function graphActivity(graph: GraphId, { home, labels }: XapiOptions): Activity {
  const known = labels.graphs.get(graph);
  return activity(graphAddress(home, graph), {
    type: ACTIVITY_TYPES.graph,
    ...(known && { name: inLanguage(known.language, known.title) }),
  });
}

/** One scene: a video, with its title where the graph is known. */
export function sceneActivity(graph: GraphId, scene: SceneId, { home, labels }: XapiOptions): Activity {
  const known = labels.graphs.get(graph);
  const title = known && findScene(known, scene)?.title;
  return activity(`${graphAddress(home, graph)}/scenes/${encodeURIComponent(scene)}`, {
    type: ACTIVITY_TYPES.video,
    ...(title !== undefined && { name: inLanguage(known?.language, title) }),
  });
}

/** A question of the graph; or, without an id, what a viewer may ask the company at any time. */
export function questionActivity(graph: GraphId, question: QuestionId | undefined, options: XapiOptions): Activity {
  const address = graphAddress(options.home, graph);
  if (question === undefined) return activity(`${address}/ask`, { type: ACTIVITY_TYPES.question });
  const known = options.labels.question(graph, question)?.question;
  const language = options.labels.graphs.get(graph)?.language;
  return activity(
    `${address}/questions/${encodeURIComponent(question)}`,
    known ? interaction(known, language) : { type: ACTIVITY_TYPES.interaction, interactionType: 'other' },
  );
}

const INTERACTION_TYPES: Readonly<Record<Question['type'], string>> = {
  'single-choice': 'choice',
  'multiple-choice': 'choice',
  rating: 'likert',
  'free-text': 'long-fill-in',
};

function interaction(question: Question, language: string | undefined): Definition {
  const components = optionsOf(question).map(({ id, label }) => ({ id, description: inLanguage(language, label) }));
  return {
    type: ACTIVITY_TYPES.interaction,
    name: inLanguage(language, question.prompt),
    interactionType: INTERACTION_TYPES[question.type],
    ...(question.type === 'rating' && { scale: components }),
    ...('options' in question && { choices: components }),
  };
}

function inLanguage(language = 'und', text: string): LanguageMap {
  return { [language]: cleaned(text) };
}

function graphAddress(home: string, graph: GraphId): string {
  return `${home.replace(/\/*$/, '/')}graphs/${encodeURIComponent(graph)}`;
}

function activity(id: string, definition: Definition): Activity {
  return { objectType: 'Activity', id, definition };
}
