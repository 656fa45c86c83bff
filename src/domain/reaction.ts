import * as v from 'valibot';

import { described, idSchema, labelSchema, optionIdSchema, uuidSchema } from './schema-parts.js';
import { signalSchema } from './signal.js';
import { VIEWER_TEXT_LENGTH } from './text-limits.js';
import type { ViewingCode } from './withdrawal.js';

/** How the viewer answered the notice. Without being recorded, no reaction is ever made. */
export const RECORDING_CHOICES = ['unrecorded', 'unnamed', 'named'] as const;
export type RecordingChoice = (typeof RECORDING_CHOICES)[number];

/** Engines read 31 February as 3 March. */
function isOnCalendar(at: string): boolean {
  const ms = Date.parse(at);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(at.slice(0, 19));
}

/** To the second, in UTC: finer is not needed, the sequence number gives the order. */
const instantSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'A time is written as 2026-11-21T09:30:15Z.'),
  v.check(isOnCalendar, 'There is no such time.'),
);
const secondsSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000));

const base = {
  id: described(uuidSchema, 'Made in the browser. The collector stores each id once, however often it arrives.'),
  viewing: described(
    uuidSchema,
    'One way through the graph. Made anew for each viewing, never from who the viewer is.',
  ),
  sequence: described(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
    'The order in its viewing, from 1.',
  ),
  graph: described(idSchema, 'The graph, by its id.'),
  graphVersion: described(labelSchema, "The author's version of the graph."),
  at: described(instantSchema, 'When, in UTC, to the second.'),
};

const answerFields = {
  scene: described(idSchema, 'The scene that asked (from).'),
  question: described(idSchema, 'The question, by its id.'),
  options: v.optional(described(v.pipe(v.array(optionIdSchema), v.maxLength(50)), 'What was picked.')),
  text: v.optional(described(v.pipe(v.string(), v.maxLength(VIEWER_TEXT_LENGTH)), "The viewer's own words.")),
  to: described(idSchema, 'The scene that it leads to. The same scene if the clip goes on, or if it is an ending.'),
  signals: described(v.pipe(v.array(signalSchema), v.maxLength(250)), 'What the answer says, as the author marked it.'),
};

const scene = described(idSchema, 'The scene, by its id.');
const watchedSeconds = described(secondsSchema, 'Seconds of the clip that were really played in this visit.');

const of = <const Type extends string, const Fields extends v.ObjectEntries>(type: Type, fields: Fields) =>
  v.strictObject({ type: v.literal(type), ...base, ...fields });

export const reactionSchema = v.variant('type', [
  of('notice-answered', {
    choice: described(v.picklist(['unnamed', 'named']), 'What the viewer agreed to.'),
    noticeVersion: v.optional(described(labelSchema, 'The version of the notice that the viewer agreed to.')),
  }),
  of('scene-entered', { scene, from: v.optional(described(idSchema, 'The scene before it.')) }),
  of('scene-left', { scene, to: v.optional(described(idSchema, 'The scene after it.')), watchedSeconds }),
  of('question-shown', { scene, question: described(idSchema, 'The question, by its id.') }),
  of('answered', answerFields),
  of('answer-changed', {
    ...answerFields,
    optionsBefore: v.optional(described(v.pipe(v.array(optionIdSchema), v.maxLength(50)), 'What was picked before.')),
  }),
  of('skipped', {
    scene,
    question: described(idSchema, 'The question that was left unanswered (答えたくない).'),
    to: described(idSchema, 'The scene that it leads to.'),
  }),
  of('went-back', { scene, to: described(idSchema, 'The earlier scene.') }),
  of('replayed', { scene }),
  of('asked', {
    scene,
    text: described(
      v.pipe(v.string(), v.nonEmpty(), v.maxLength(VIEWER_TEXT_LENGTH)),
      'What the viewer asked the company.',
    ),
    topic: v.optional(described(idSchema, 'The topic that the viewer put it under.')),
    signals: described(v.pipe(v.array(signalSchema), v.maxLength(1)), 'Interest in that topic, if one was chosen.'),
  }),
  of('ended', { scene }),
  of('left', {
    scene,
    watchedSeconds,
    unusedBytes: v.optional(
      described(
        v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000_000)),
        'Bytes of clips that were made ready in this viewing and never shown.',
      ),
    ),
  }),
]);

/** 反応: one thing that a viewer did, as the log keeps it. */
export type Reaction = v.InferOutput<typeof reactionSchema>;
export type ReactionId = Reaction['id'];
export type ReactionType = Reaction['type'];
export type ViewingId = Reaction['viewing'];

type Stamp = 'id' | 'viewing' | 'sequence' | 'graph' | 'graphVersion' | 'at';
type Unstamped<R> = R extends Reaction ? Omit<R, Stamp> : never;
/** A reaction before it is given its id, number and time. */
export type ReactionDraft = Unstamped<Reaction>;

export const identitySchema = v.strictObject({
  viewing: described(uuidSchema, 'The viewing that the viewer put their name to.'),
  name: described(labelSchema, 'The name that the page passed in.'),
  reference: v.optional(described(labelSchema, "The company's own number for the person, as the page passed it in.")),
});

/** Who a named viewing belongs to. Kept and sent apart from the reactions; unnamed viewings have none. */
export type Identity = v.InferOutput<typeof identitySchema>;

/** Most reactions in one batch. 65,536 bytes go in one beacon. */
export const BATCH_REACTIONS = 200;

/** The envelope of a batch. Its reactions are checked one by one, so that a bad one does not take the others with it. */
export const batchSchema = v.strictObject({
  format: v.literal(1),
  reactions: v.pipe(v.array(v.unknown()), v.maxLength(BATCH_REACTIONS)),
  identities: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(BATCH_REACTIONS))),
  codes: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(BATCH_REACTIONS))),
});

/** What goes to the collector in one request. */
export interface Batch {
  readonly format: 1;
  readonly reactions: readonly Reaction[];
  readonly identities?: readonly Identity[];
  /** Deletion codes of viewings. The collector keeps a hash of each, and nothing that the code could be read from. */
  readonly codes?: readonly ViewingCode[];
}

/** What the collector answers: which reactions it now has, and which it will never take. */
export interface BatchReceipt {
  readonly stored: readonly ReactionId[];
  readonly known: readonly ReactionId[];
  readonly refused: readonly { readonly id: string; readonly reason: string }[];
  /** Viewings whose identity it now has. */
  readonly identities: readonly ViewingId[];
  /** Viewings whose deletion code it now has. A collector of before there were codes says nothing of them. */
  readonly codes?: readonly ViewingId[];
}
