import { cleaned } from './csv.js';
import { findScene } from './graph.js';
import type { Labels } from './labels.js';
import type { LoggedReaction } from './reaction-columns.js';
import { questionOf, sceneOf } from './reaction-facts.js';
import type { Reaction } from './reaction.js';
import { graphActivity, questionActivity, sceneActivity, type Activity } from './xapi-activities.js';
import { EXTENSIONS, VERBS, VIDEO_PROFILE, type Verb } from './xapi-words.js';

/** How statements are written. */
export interface XapiOptions {
  /** What accounts and activities are named under: an address of the company's own, which need not answer. */
  readonly home: string;
  readonly labels: Labels;
}

export type Extensions = Readonly<Record<string, unknown>>;

export interface Result {
  readonly response?: string;
  readonly completion?: boolean;
  readonly duration?: string;
  readonly extensions?: Extensions;
}

/** An xAPI 2.0 statement, as far as we write any. */
export interface Statement {
  readonly id: string;
  readonly version: string;
  readonly timestamp: string;
  readonly actor: {
    readonly objectType: 'Agent';
    readonly name?: string;
    readonly account: { readonly homePage: string; readonly name: string };
  };
  readonly verb: Verb;
  readonly object: Activity;
  readonly result?: Result;
  readonly context: {
    readonly registration: string;
    readonly revision: string;
    readonly platform: string;
    readonly language?: string;
    readonly contextActivities?: Readonly<Record<string, readonly Activity[]>>;
    readonly extensions: Extensions;
  };
}

export const XAPI_VERSION = '2.0.0';

/**
 * Writes one reaction as one statement. The same reaction makes the same statement whenever it is written, so that a
 * record store that has it already lets it pass: words that may change stand in definitions alone, which do not count.
 */
export function reactionToStatement({ reaction, identity }: LoggedReaction, options: XapiOptions): Statement {
  const { home, labels } = options;
  const told = tell(reaction, options);
  const activities = contextActivitiesOf(reaction, told, options);
  const language = labels.graphs.get(reaction.graph)?.language;
  return {
    id: uuidOf(reaction.id),
    version: XAPI_VERSION,
    timestamp: reaction.at.replace(' ', 'T'),
    actor: {
      objectType: 'Agent',
      ...(identity && { name: cleaned(identity.name) }),
      account: { homePage: home, name: reaction.viewing },
    },
    verb: told.verb,
    object: told.object,
    ...(told.result && { result: told.result }),
    context: {
      registration: uuidOf(reaction.viewing),
      revision: cleaned(reaction.graphVersion),
      platform: 'followup-player',
      ...(language !== undefined && { language }),
      ...(Object.keys(activities).length > 0 && { contextActivities: activities }),
      extensions: {
        [EXTENSIONS.sequence]: reaction.sequence,
        ...moveOf(reaction),
        ...(identity?.reference !== undefined && { [EXTENSIONS.reference]: cleaned(identity.reference) }),
        ...told.context,
      },
    },
  };
}

/** The scene that a question stands in, the graph around it, and the profile where it is kept to. */
function contextActivitiesOf(reaction: Reaction, { object, profiled }: Told, options: XapiOptions) {
  const scene = sceneOf(reaction);
  const graph = graphActivity(reaction.graph, options);
  return {
    ...(questionOf(reaction) !== undefined &&
      scene !== undefined && { parent: [sceneActivity(reaction.graph, scene, options)] }),
    ...(object.id !== graph.id && { grouping: [graph] }),
    ...(profiled && { category: [{ objectType: 'Activity', id: VIDEO_PROFILE } as const] }),
  };
}

/** Writes one reaction as a line of JSON, with its LF. */
export function reactionToStatementLine(row: LoggedReaction, options: XapiOptions): string {
  return `${JSON.stringify(reactionToStatement(row, options))}\n`;
}

interface Told {
  readonly verb: Verb;
  readonly object: Activity;
  readonly result?: Result;
  readonly context?: Extensions;
  /** All that the video profile asks of this verb is there. */
  readonly profiled?: boolean;
}

/** Which verb, of what, with which outcome. */
function tell(reaction: Reaction, options: XapiOptions): Told {
  const { graph } = reaction;
  const whole = () => graphActivity(graph, options);
  const scene = (id: string) => sceneActivity(graph, id, options);
  const question = (id: string) => questionActivity(graph, id, options);
  switch (reaction.type) {
    case 'notice-answered':
      return { verb: VERBS.agreed, object: whole(), result: outcome({ [EXTENSIONS.choice]: reaction.choice }) };
    case 'scene-entered':
      return entered(reaction, options);
    case 'scene-left':
      return { verb: VERBS.exited, object: scene(reaction.scene), result: watched(reaction) };
    case 'left':
      return { verb: VERBS.exited, object: whole(), result: watched(reaction) };
    case 'question-shown':
      return { verb: VERBS.viewed, object: question(reaction.question) };
    case 'answered':
    case 'answer-changed':
      return { verb: VERBS.answered, object: question(reaction.question), result: answer(reaction) };
    case 'skipped':
      return { verb: VERBS.skipped, object: question(reaction.question) };
    case 'went-back':
      return { verb: VERBS.wentBack, object: scene(reaction.scene) };
    case 'replayed':
      // Playing again begins at the beginning.
      return {
        verb: VERBS.played,
        object: scene(reaction.scene),
        result: outcome({ [EXTENSIONS.videoTime]: 0 }),
        profiled: true,
      };
    case 'asked':
      return { verb: VERBS.asked, object: questionActivity(graph, undefined, options), result: asked(reaction) };
    case 'ended':
      return { verb: VERBS.completed, object: whole(), result: { completion: true } };
  }
}

/** The profile wants the clip's length with it, and the session called after this very statement. */
function entered(reaction: Extract<Reaction, { type: 'scene-entered' }>, options: XapiOptions): Told {
  const graph = options.labels.graphs.get(reaction.graph);
  const length = graph && findScene(graph, reaction.scene)?.clip?.durationSeconds;
  return {
    verb: VERBS.initialized,
    object: sceneActivity(reaction.graph, reaction.scene, options),
    ...(length !== undefined && {
      context: {
        [EXTENSIONS.videoSession]: uuidOf(reaction.id),
        [EXTENSIONS.videoLength]: Math.round(length * 1_000) / 1_000,
      },
      profiled: true,
    }),
  };
}

function watched({ watchedSeconds }: { readonly watchedSeconds: number }): Result {
  // Hundredths, as the standard compares durations. No exponent, whatever the number.
  return { duration: `PT${Number(watchedSeconds.toFixed(2))}S` };
}

function answer(reaction: Extract<Reaction, { type: 'answered' | 'answer-changed' }>): Result {
  const { options, text, signals } = reaction;
  const response = options ? options.join('[,]') : cleaned(text ?? '');
  return {
    response,
    ...outcome({
      ...(options && { [EXTENSIONS.options]: options }),
      ...(reaction.type === 'answer-changed' && { [EXTENSIONS.optionsBefore]: reaction.optionsBefore ?? [] }),
      ...(signals.length > 0 && { [EXTENSIONS.signals]: signals }),
    }),
  };
}

function asked({ text, topic, signals }: Extract<Reaction, { type: 'asked' }>): Result {
  return {
    response: cleaned(text),
    ...outcome({
      ...(topic !== undefined && { [EXTENSIONS.topic]: topic }),
      ...(signals.length > 0 && { [EXTENSIONS.signals]: signals }),
    }),
  };
}

function outcome(extensions: Extensions): Result {
  return Object.keys(extensions).length > 0 ? { extensions } : {};
}

/** Where the viewer came from and went to, as ids of scenes. */
function moveOf(reaction: Reaction): Extensions {
  const [from, to] =
    reaction.type === 'scene-entered'
      ? [reaction.from, reaction.scene]
      : 'to' in reaction && reaction.to !== undefined
        ? [reaction.scene, reaction.to]
        : [];
  return {
    ...(from !== undefined && { [EXTENSIONS.fromScene]: from }),
    ...(to !== undefined && { [EXTENSIONS.toScene]: to }),
  };
}

const RFC_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * The reaction's own id, in small letters. The log takes ids that only look like a UUID; record stores do not, so these
 * are given a version and a variant, always the same ones.
 */
function uuidOf(id: string): string {
  const small = id.toLowerCase();
  return RFC_UUID.test(small) ? small : `${small.slice(0, 14)}5${small.slice(15, 19)}a${small.slice(20)}`;
}
