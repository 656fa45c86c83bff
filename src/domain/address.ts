import type { Captions, Clip, ClipSource, MEDIA_TYPES } from './scene.js';

export type MediaType = (typeof MEDIA_TYPES)[number];

/** `file`: the browser fetches it (clip, poster, captions, policy). `link`: the viewer presses it. */
export type AddressUse = 'file' | 'link';

/** Why an address is not safe. */
export type AddressFault =
  /** `javascript:`, `data:`, `blob:` and every other scheme that is not on the list. */
  | 'scheme'
  /** Spaces, control characters, backslashes: browsers drop or turn them, so what is read is not what is opened. */
  | 'characters'
  /** `//host/…`: what it opens hangs on the page it stands in. */
  | 'no-scheme'
  /** `https:clip.mp4`, `https://name@host/…`: not the host that it seems to be. */
  | 'host';

const SCHEMES: Readonly<Record<AddressUse, readonly string[]>> = {
  file: ['http', 'https'],
  link: ['http', 'https', 'mailto', 'tel'],
};

/** Control and format characters, white space of any script, and backslashes. */
const UNSAFE_CHARACTERS = /[\p{Cc}\p{Cf}\p{Z}\\]/u;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const WEB_HOST = /^https?:\/\/[^/?#@]+(?:[/?#]|$)/i;

/** Tells what makes an address unsafe, or undefined if it may be used. */
export function findAddressFault(address: string, use: AddressUse): AddressFault | undefined {
  if (UNSAFE_CHARACTERS.test(address)) return 'characters';
  if (address.startsWith('//')) return 'no-scheme';
  const scheme = SCHEME.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined) return undefined;
  if (!SCHEMES[use].includes(scheme)) return 'scheme';
  return scheme.startsWith('http') && !WEB_HOST.test(address) ? 'host' : undefined;
}

export function isSafeAddress(address: string, use: AddressUse): boolean {
  return findAddressFault(address, use) === undefined;
}

const TYPE_BY_ENDING: ReadonlyMap<string, MediaType> = new Map([
  ['mp4', 'video/mp4'],
  ['m4v', 'video/mp4'],
  ['webm', 'video/webm'],
  ['m3u8', 'application/vnd.apple.mpegurl'],
]);

/** The MIME type that the author gave, or the one that the ending tells. */
export function mediaTypeOf({ src, type }: ClipSource): MediaType | undefined {
  if (type) return type;
  const ending = /^[^?#]*\.([a-z0-9]+)(?:[?#]|$)/i.exec(src)?.[1];
  return ending === undefined ? undefined : TYPE_BY_ENDING.get(ending.toLowerCase());
}

/** Browsers and Node both have it; the type libraries of neither belong in the domain. */
declare const URL: { new (address: string, base: string): { readonly href: string } };

/** Makes a safe address absolute; undefined if it is unsafe, or if it cannot be read against `base`. */
export function resolveAddress(address: string, base: string, use: AddressUse): string | undefined {
  if (!isSafeAddress(address, use)) return undefined;
  try {
    return new URL(address, base).href;
  } catch {
    // An address that no browser can read is the same as none: checkGraph has told the author already.
    return undefined;
  }
}

/** A clip with its addresses made absolute. What is unsafe or unknown is left out, whoever made the graph. */
export interface ResolvedClip {
  readonly sources: readonly { readonly src: string; readonly type: MediaType; readonly bytes?: number }[];
  readonly durationSeconds?: number;
  readonly poster?: string;
  readonly captions: readonly Captions[];
}

/** Makes the addresses of a clip absolute, relative ones starting from `base`, the graph's own address. */
export function playableClip(clip: Clip, base: string): ResolvedClip {
  const poster = clip.poster === undefined ? undefined : resolveAddress(clip.poster, base, 'file');
  return {
    sources: clip.sources.flatMap((source) => {
      const src = resolveAddress(source.src, base, 'file');
      const type = mediaTypeOf(source);
      const { bytes } = source;
      return src !== undefined && type ? [{ src, type, ...(bytes === undefined ? {} : { bytes }) }] : [];
    }),
    ...(poster === undefined ? {} : { poster }),
    ...(clip.durationSeconds === undefined ? {} : { durationSeconds: clip.durationSeconds }),
    captions: (clip.captions ?? []).flatMap((captions) => {
      const src = resolveAddress(captions.src, base, 'file');
      return src === undefined ? [] : [{ ...captions, src }];
    }),
  };
}
