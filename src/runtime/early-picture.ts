import { playableClip } from '../domain/address.js';
import type { Captions, Clip, ClipSource } from '../domain/scene.js';
import { ADDRESS_LENGTH } from '../domain/text-limits.js';
import type { PlayableClip } from '../media/media.js';

export { hasLog as hasEarlierLog } from '../log/has-log.js';
export { adoptVideo, beginVideo, pictureStands } from '../media/early-video.js';

const MOST_SOURCES = 10;
const MOST_CAPTIONS = 20;

/**
 * Finds the first clip of a document that nobody has checked yet, so that its picture stands while the player and its
 * checks are still on their way. Takes anything and never throws; its addresses are safe ones, or left out.
 */
export function findFirstClip(document: unknown, base: string): PlayableClip | undefined {
  try {
    const clip = readFirstClip(document);
    return clip && playableClip(clip, base);
  } catch {
    // Only an object made to resist reading comes here (a getter that throws). The check will name it.
    return undefined;
  }
}

/** Exactly what the checked graph will say, or less: what is of the wrong shape is left out. */
function readFirstClip(document: unknown): Clip | undefined {
  const start = fieldOf(document, 'start');
  const scene = typeof start === 'string' ? fieldOf(fieldOf(document, 'scenes'), start) : undefined;
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
