import * as v from 'valibot';

import { GRAPH_FORMAT, graphSchema } from '../graph.js';
import type { Problem } from '../problem.js';
import { sceneSchema, type Branch, type Scene, type SceneId } from '../scene.js';
import { idSchema } from '../schema-parts.js';
import { DEFAULT_TOPICS } from '../topic.js';
import type { Draft, DraftScene } from './draft.js';
import { anError, quote } from './finding.js';
import type { Place } from './path.js';
import { copyPlain, MAX_ALL_VALUES, type CopyBudget, type CopyFault } from './plain-copy.js';
import { readShape, type ShapeRead } from './read-shape.js';
import { whereOf } from './shape-sentences.js';

type Fields = Readonly<Record<string, unknown>>;

const { scenes: _scenes, ...headEntries } = graphSchema.entries;
const headSchema = v.strictObject(headEntries);
const MAX_SCENES = 20_000;
/** Valid ids by their letters, and yet lost on the way: the schema leaves these keys out of every object. */
const KEYS_OF_OBJECTS: ReadonlySet<string> = new Set(['constructor', 'prototype']);

/** What was read of a document, and the mistakes in its shape: those of the head, and by scene. */
export interface DraftRead {
  readonly draft: Draft | undefined;
  readonly problems: readonly Problem[];
  readonly sceneProblems: ReadonlyMap<SceneId, readonly Problem[]>;
  /** The head and the scenes as plain copies: the graph, if there are no errors. */
  readonly head: Fields;
  readonly scenes: ReadonlyMap<SceneId, unknown>;
}

/** Reads any value as a graph, part by part, so that no mistake hides another. */
export function readDraft(input: unknown): DraftRead {
  if (!isFields(input)) return nothing([anError('wrong-shape', [], 'The graph must be an object in { }. Write one.')]);
  const budget: CopyBudget = { left: MAX_ALL_VALUES };
  const { scenes: rawScenes, ...rawHead } = { ...input };
  const head = readPart(headSchema, () => rawHead, [], budget);
  if (isFields(head.value) && isOtherFormat(head.value['format']))
    return nothing([unknownFormat(head.value['format'])]);
  const scenes = readScenes(rawScenes, budget);
  const fields = isFields(head.value) ? head.value : {};
  const unread = new Set(head.faulty.map(([key]) => String(key)));
  return {
    draft: { ...draftHead(fields, unread), scenes: [...scenes.read.values()].map(({ draft }) => draft) },
    problems: [...head.problems.map(nameFormat), ...scenes.problems],
    sceneProblems: new Map([...scenes.read].map(([id, { problems }]) => [id, problems])),
    head: fields,
    scenes: new Map([...scenes.read].map(([id, { value }]) => [id, value])),
  };
}

function nothing(problems: readonly Problem[]): DraftRead {
  return { draft: undefined, problems, sceneProblems: new Map(), head: {}, scenes: new Map() };
}

function isOtherFormat(format: unknown): boolean {
  return format !== undefined && format !== GRAPH_FORMAT;
}

function unknownFormat(format: unknown): Problem {
  const shown = typeof format === 'string' || typeof format === 'number' ? quote(String(format)) : 'this';
  const advice = 'Write "format": 1, or use a newer version of the player.';
  return anError('unknown-format', ['format'], `This player reads format 1; ${shown} is not known to it. ${advice}`);
}

/** Without a format nobody can know what the rest means; that is its own mistake, not one of shape. */
function nameFormat(problem: Problem): Problem {
  return problem.path === 'format' ? { ...problem, code: 'unknown-format' } : problem;
}

function draftHead(head: Fields, unread: ReadonlySet<string>): Omit<Draft, 'scenes'> {
  // The cast: every field is used only if the schema found no fault in it.
  const read = Object.fromEntries(Object.entries(head).filter(([key]) => !unread.has(key))) as Partial<Scene> &
    Partial<Pick<Draft, 'id' | 'start' | 'language' | 'notice' | 'topics'>> & { readonly ask?: unknown };
  const language = read.language ?? 'en';
  const topics = read.topics ?? DEFAULT_TOPICS[language.startsWith('ja') ? 'ja' : 'en'];
  return {
    id: read.id,
    start: read.start,
    language,
    notice: read.notice ?? {},
    topics,
    topicIds: unread.has('topics') ? undefined : new Set(topics.map(({ id }) => id)),
    asksAnyTime: 'ask' in head,
  };
}

interface SceneRead {
  readonly draft: DraftScene;
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

function readScenes(raw: unknown, budget: CopyBudget) {
  const read = new Map<SceneId, SceneRead>();
  const problems: Problem[] = [];
  if (raw === undefined) {
    problems.push(
      anError('wrong-shape', ['scenes'], 'The graph: "scenes" is missing. Add it, with one scene at least.'),
    );
  } else if (!isFields(raw)) {
    problems.push(
      anError('wrong-shape', ['scenes'], 'scenes: this must be an object in { }, each scene under its id.'),
    );
  } else {
    const ids = Object.keys(raw);
    if (ids.length === 0) problems.push(anError('wrong-shape', ['scenes'], 'scenes: there is no scene yet. Add one.'));
    if (ids.length > MAX_SCENES) {
      const message = `scenes: there are ${ids.length}. Keep ${MAX_SCENES} at most; those after that were not checked.`;
      problems.push(anError('wrong-shape', ['scenes'], message));
    }
    for (const id of ids.slice(0, MAX_SCENES)) read.set(id, readScene(id, raw, budget));
  }
  return { read, problems };
}

function readScene(id: SceneId, scenes: Fields, budget: CopyBudget): SceneRead {
  const place: Place = ['scenes', id];
  const part = readPart(sceneSchema, () => scenes[id], place, budget);
  const problems = [...badSceneId(id), ...part.problems];
  // An empty place, or no object at all: every part is in doubt.
  const lost = !isFields(part.value) || part.faulty.some(({ length }) => length === 0);
  const unread = new Set(lost ? Object.keys(sceneSchema.entries) : part.faulty.map(([key]) => String(key)));
  return {
    value: part.value,
    problems,
    draft: draftScene(id, isFields(part.value) ? part.value : {}, unread, part.faulty),
  };
}

function badSceneId(id: SceneId): readonly Problem[] {
  const rule = 'An id begins with a letter and goes on with letters, digits, hyphens or underscores, at most 64 in all';
  const why = !v.is(idSchema, id)
    ? `. ${rule}. Rename it.`
    : KEYS_OF_OBJECTS.has(id) &&
      `: JavaScript keeps this word for itself. Choose another, such as ${quote(`${id}-1`)}.`;
  return why ? [anError('wrong-shape', ['scenes', id], `${quote(id)} cannot be the id of a scene${why}`)] : [];
}

function draftScene(id: SceneId, value: Fields, unread: ReadonlySet<string>, faulty: readonly Place[]): DraftScene {
  // The cast: every part is used only if the schema found no fault in it.
  const parts = Object.fromEntries(Object.entries(value).filter(([key]) => !unread.has(key))) as Partial<Scene>;
  const raw = Array.isArray(value['branches']) ? (value['branches'] as readonly unknown[]) : [];
  const badBranches = new Set(faulty.filter(([key]) => key === 'branches').map(([, index]) => index));
  const branches = raw.map((branch, index) => (badBranches.has(index) ? undefined : (branch as Branch)));
  return {
    id,
    title: parts.title,
    topic: parts.topic,
    clip: parts.clip,
    text: parts.text,
    question: parts.question,
    hub: parts.hub ?? false,
    branches,
    ending: parts.ending,
    guessedTargets: raw.flatMap((branch, index) => (branches[index] ? [] : stringAt(branch, 'to'))),
    guessedQuestion: unread.has('question') ? stringAt(value['question'], 'id')[0] : undefined,
    unread,
  };
}

function stringAt(value: unknown, key: string): string[] {
  const found = isFields(value) ? value[key] : undefined;
  return typeof found === 'string' ? [found] : [];
}

/** Copies and checks one part. What cannot even be read (a getter that throws) is a mistake of that part alone. */
function readPart(schema: v.GenericSchema, read: () => unknown, at: Place, budget: CopyBudget): ShapeRead {
  try {
    const copied = copyPlain(read(), budget);
    if (copied.type === 'copied') return readShape(schema, copied.value, at);
    return unreadable([...at, ...copied.place], SENTENCES[copied.fault]);
  } catch {
    // Whatever a hostile object throws says nothing to an author; where it stands does.
    return unreadable(at, 'this could not be read. Write it as plain JSON.');
  }
}

const SENTENCES: Readonly<Record<CopyFault, string>> = {
  'too-deep': 'this is nested too deep, or it contains itself. Make it flatter.',
  'too-large': 'this is too large. Split it up.',
};

function unreadable(place: Place, sentence: string): ShapeRead {
  const problems = [anError('wrong-shape', place, `${whereOf(place)}: ${sentence}`)];
  return { value: undefined, problems, faulty: [[]] };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
