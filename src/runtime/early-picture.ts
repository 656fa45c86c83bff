import { playableClip } from '../domain/address.js';
import type { Notice } from '../domain/graph.js';
import { noticeVersionOf } from '../domain/notice-version.js';
import type { Captions, Clip, ClipSource } from '../domain/scene.js';
import { ADDRESS_LENGTH } from '../domain/text-limits.js';
import { readPlace } from '../log/read-place.js';
import type { Place } from '../log/place-keeper.js';
import type { Sight } from '../media/early-video.js';

export { adoptVideo, beginVideo, pictureStands } from '../media/early-video.js';

const MOST_SOURCES = 10;
const MOST_CAPTIONS = 20;

/**
 * Finds what a document that nobody has checked yet shows first: where an earlier page left the viewing, or the first
 * clip. Undefined where there is no clip, or where only the whole player can tell.
 */
export async function findFirstSight(
  document: unknown,
  base: string,
  recall: (graph: string) => Promise<unknown> = readPlace,
): Promise<Sight | undefined> {
  try {
    const place = await recall(String(fieldOf(document, 'id')));
    return findSight(document, base, place as Partial<Place> | undefined);
  } catch {
    // The log resists, or the document does (a getter that throws). Log and check will say so.
    return undefined;
  }
}

/** As the recording and `carryOver` will decide it, where that is plain; else undefined. */
function findSight(document: unknown, base: string, place: Partial<Place> | undefined): Sight | undefined {
  const agreed = place && place.noticeVersion === noticeVersionOf(fieldOf(document, 'notice') as Notice);
  if (agreed && place.reading) return undefined;
  const scene = agreed ? place.progress?.path.at(-1)?.scene : fieldOf(document, 'start');
  const clip = readClip(document, scene);
  const seconds = (agreed && place.standing === 'watching' && place.clipSeconds) || 0;
  return clip && { clip: playableClip(clip, base), seconds };
}

/** Exactly what the checked graph will say, or less: what is of the wrong shape is left out. */
function readClip(document: unknown, name: unknown): Clip | undefined {
  const scene = typeof name === 'string' ? fieldOf(fieldOf(document, 'scenes'), name) : undefined;
  const clip = fieldOf(scene, 'clip');
  const poster = fieldOf(clip, 'poster');
  const sources = listOf(clip, 'sources').filter(isSource).slice(0, MOST_SOURCES);
  if (sources.length === 0) return undefined;
  return {
    sources,
    captions: listOf(clip, 'captions').filter(isCaptions).slice(0, MOST_CAPTIONS),
    ...(isAddress(poster) && { poster }),
  };
}

function isSource(value: unknown): value is ClipSource {
  const type = fieldOf(value, 'type');
  return isAddress(fieldOf(value, 'src')) && (type === undefined || typeof type === 'string');
}

/** Of captions only the address counts here: another origin's changes how the clip is asked for. */
function isCaptions(value: unknown): value is Captions {
  return isAddress(fieldOf(value, 'src'));
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= ADDRESS_LENGTH;
}

function listOf(value: unknown, key: string): readonly unknown[] {
  const list = fieldOf(value, key);
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
}

/** Own fields only, so that `constructor` is no scene. */
function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
