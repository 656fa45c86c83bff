import { findAddressFault, mediaTypeOf, type AddressFault, type AddressUse } from '../address.js';
import type { Problem } from '../problem.js';
import { MEDIA_TYPES, type Clip } from '../scene.js';
import type { DraftScene } from './draft.js';
import { anError, aWarning, quote } from './finding.js';
import type { Place } from './path.js';
import { whereOf } from './shape-sentences.js';

/** Mistakes in what a scene shows: its clip, captions, text version and links. */
export function checkMedia(scene: DraftScene): readonly Problem[] {
  const at: Place = ['scenes', scene.id];
  return [
    ...checkAddresses(scene, at),
    ...(scene.clip ? checkTypes(scene.clip, [...at, 'clip', 'sources']) : []),
    ...checkAccess(scene, at),
    ...checkMoment(scene, at),
  ];
}

function checkAddresses({ clip, ending }: DraftScene, at: Place): readonly Problem[] {
  const files: readonly (readonly [Place, string | undefined])[] = clip
    ? [
        ...clip.sources.map(({ src }, index) => [['sources', index, 'src'], src] as const),
        [['poster'], clip.poster],
        ...(clip.captions ?? []).map(({ src }, index) => [['captions', index, 'src'], src] as const),
      ]
    : [];
  const links = ending?.links ?? [];
  return [
    ...files.flatMap(([place, address]) => checkAddress(address, 'file', [...at, 'clip', ...place])),
    ...links.flatMap(({ href }, index) => checkAddress(href, 'link', [...at, 'ending', 'links', index, 'href'])),
  ];
}

function checkAddress(address: string | undefined, use: AddressUse, place: Place): readonly Problem[] {
  const fault = address === undefined ? undefined : findAddressFault(address, use);
  if (!fault || address === undefined) return [];
  return [anError('unsafe-address', place, `${whereOf(place)}: ${describeAddressFault(address, fault)}`)];
}

const FAULTS: Readonly<Record<AddressFault, string>> = {
  scheme:
    'has a scheme that is not allowed here. Use https: or a relative address; links may use mailto: and tel: too.',
  characters: 'has a space, a backslash or a hidden character in it. Rename the file, or write a space as %20.',
  'no-scheme': 'does not say how to get there. Write https: in front of it.',
  host: 'does not name its host plainly. Write https://, the host, and then the path.',
};

/** Says what is wrong with an address and what to write instead. */
export function describeAddressFault(address: string, fault: AddressFault): string {
  return `${quote(address)} ${FAULTS[fault]}`;
}

function checkTypes({ sources }: Clip, at: Place): readonly Problem[] {
  return sources.flatMap((source, index) => {
    if (mediaTypeOf(source)) return [];
    const place = [...at, index, 'src'];
    const message = `${whereOf(place)}: the ending of ${quote(source.src)} does not tell its type. Use .mp4, .webm or .m3u8, or add "type": one of ${MEDIA_TYPES.map(quote).join(', ')}.`;
    return [anError('unknown-media-type', place, message)];
  });
}

function checkAccess(scene: DraftScene, at: Place): readonly Problem[] {
  const { id, clip, text, unread } = scene;
  if (unread.has('clip') || unread.has('text')) return [];
  const written = text !== undefined && text.trim() !== '';
  if (!clip && !written) {
    const message = `Scene ${quote(id)} has neither a clip nor a text, so there is nothing to see. Add one of them.`;
    return [anError('empty-scene', at, message)];
  }
  const problems: Problem[] = [];
  if (clip && !clip.captions?.length) {
    const message = `Scene ${quote(id)}: the clip has no captions. Who watches without sound, or cannot hear, misses all that is said. Add a WebVTT file under "captions".`;
    problems.push(aWarning('missing-captions', [...at, 'clip'], message));
  }
  if (clip && !written) {
    const message = `Scene ${quote(id)} has no text version. Who cannot watch the clip learns nothing from it. Write what it says and shows under "text".`;
    problems.push(aWarning('missing-text', at, message));
  }
  return problems;
}

function checkMoment({ id, clip, question, unread }: DraftScene, at: Place): readonly Problem[] {
  if (question?.atSeconds === undefined || unread.has('clip')) return [];
  const place = [...at, 'question', 'atSeconds'];
  const advice = 'Ask earlier, or leave "atSeconds" out to ask at the end.';
  if (!clip) {
    const message = `Scene ${quote(id)} asks at second ${question.atSeconds} and has no clip. ${advice}`;
    return [aWarning('late-question', place, message)];
  }
  if (clip.durationSeconds === undefined || question.atSeconds <= clip.durationSeconds) return [];
  const message = `Scene ${quote(id)} asks at second ${question.atSeconds}, and its clip ends at second ${clip.durationSeconds}. ${advice}`;
  return [aWarning('late-question', place, message)];
}
