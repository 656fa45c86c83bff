import * as v from 'valibot';

import { conditionSchema } from './condition.js';
import { questionSchema } from './questions/question.js';
import {
  addressSchema,
  described,
  idSchema,
  labelSchema,
  languageSchema,
  promptSchema,
  textSchema,
} from './schema-parts.js';

export const MEDIA_TYPES = ['video/mp4', 'video/webm', 'application/vnd.apple.mpegurl'] as const;

export const sourceSchema = v.strictObject({
  src: described(addressSchema, 'Address of the file, relative to the graph.'),
  type: v.optional(
    described(v.picklist(MEDIA_TYPES), 'MIME type. Read from the ending (.mp4, .webm, .m3u8) when left out.'),
  ),
  bytes: v.optional(
    described(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000_000)),
      'Size of the file, so that the player knows how much of it to fetch in advance. With durationSeconds it tells the bit rate.',
    ),
  ),
});

export const captionsSchema = v.strictObject({
  src: described(addressSchema, 'Address of the WebVTT file, relative to the graph.'),
  language: described(languageSchema, 'Language of the captions.'),
  label: described(labelSchema, 'Name in the captions menu, such as 日本語.'),
});

export const clipSchema = v.strictObject({
  sources: described(
    v.pipe(v.array(sourceSchema), v.minLength(1), v.maxLength(10)),
    'The same clip in one or more formats. The first that the browser plays is taken.',
  ),
  poster: v.optional(described(addressSchema, 'A still picture that stands until the clip plays.')),
  captions: v.optional(
    described(v.pipe(v.array(captionsSchema), v.maxLength(20)), 'WebVTT captions, one per language.'),
  ),
  durationSeconds: v.optional(
    described(
      v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)),
      'Length in seconds, shown before the clip is loaded.',
    ),
  ),
});

export const branchSchema = v.strictObject({
  to: described(idSchema, 'The scene it leads to.'),
  when: v.optional(described(conditionSchema, 'Open only while this holds. Left out, the branch is always open.')),
  likelihood: v.optional(
    described(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
      'How likely viewers are to take it, beside the other branches of the scene: 1 to 100. Likelier clips are made ready first. 50 where only other branches have one; without any, what earlier viewers took counts, and the order of the branches.',
    ),
  ),
});

export const linkSchema = v.strictObject({
  label: described(labelSchema, 'What the viewer reads and presses.'),
  href: described(addressSchema, 'https:, http:, mailto:, tel:, or an address relative to the page.'),
});

export const endingSchema = v.strictObject({
  message: v.optional(described(promptSchema, 'A few warm words.')),
  links: v.optional(
    described(v.pipe(v.array(linkSchema), v.maxLength(10)), 'A person to talk to, a date to book, a chat to join.'),
  ),
});

export const sceneSchema = v.strictObject({
  title: described(labelSchema, 'Shown over the clip and in the way taken so far.'),
  topic: v.optional(described(idSchema, 'The topic that the scene is about, by its id.')),
  clip: v.optional(described(clipSchema, 'What is played. A scene without a clip shows its text.')),
  text: v.optional(
    described(textSchema, 'The text version: all that the clip says and shows. A blank line begins a new paragraph.'),
  ),
  question: v.optional(described(questionSchema, 'What is asked.')),
  hub: v.optional(
    described(
      v.boolean(),
      'The question comes back whenever a branch leads here again, with what was seen marked. The clip plays only the first time.',
    ),
  ),
  branches: v.optional(
    described(
      v.pipe(v.array(branchSchema), v.maxLength(200)),
      'The ways out. Read from top to bottom: the first that is open is taken. The last has no condition.',
    ),
  ),
  ending: v.optional(described(endingSchema, 'Makes the scene an ending: it has no branches.')),
});

/** One step of the way: a clip, its text version, and what comes after it. */
export type Scene = v.InferOutput<typeof sceneSchema>;
export type SceneId = string;
/** A way out of a scene. */
export type Branch = v.InferOutput<typeof branchSchema>;
/** A piece of video with all that belongs to it. */
export type Clip = v.InferOutput<typeof clipSchema>;
export type ClipSource = v.InferOutput<typeof sourceSchema>;
export type Captions = v.InferOutput<typeof captionsSchema>;
export type Ending = v.InferOutput<typeof endingSchema>;
export type Link = v.InferOutput<typeof linkSchema>;
