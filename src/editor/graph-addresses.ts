import { resolveAddress, type AddressUse } from '../domain/address.js';
import type { Graph } from '../domain/graph.js';
import type { Clip, Scene } from '../domain/scene.js';

/** Makes every address of a graph absolute, so that it plays beside the editor as it will where it comes from. */
export function withBase(graph: Graph, base: string): Graph {
  const { notice } = graph;
  const policy = notice.policy === undefined ? {} : { policy: from(notice.policy, base, 'file') };
  const scenes = Object.entries(graph.scenes).map(([id, scene]) => [id, sceneWithBase(scene, base)] as const);
  return { ...graph, notice: { ...notice, ...policy }, scenes: Object.fromEntries(scenes) };
}

function sceneWithBase(scene: Scene, base: string): Scene {
  const { clip, ending } = scene;
  const links = ending?.links?.map((link) => ({ ...link, href: from(link.href, base, 'link') }));
  return {
    ...scene,
    ...(clip ? { clip: clipWithBase(clip, base) } : {}),
    ...(ending ? { ending: { ...ending, ...(links ? { links } : {}) } } : {}),
  };
}

function clipWithBase(clip: Clip, base: string): Clip {
  const { sources, poster, captions } = clip;
  return {
    ...clip,
    sources: sources.map((source) => ({ ...source, src: from(source.src, base, 'file') })),
    ...(poster === undefined ? {} : { poster: from(poster, base, 'file') }),
    ...(captions ? { captions: captions.map((one) => ({ ...one, src: from(one.src, base, 'file') })) } : {}),
  };
}

function from(address: string, base: string, use: AddressUse): string {
  return resolveAddress(address, base, use) ?? address;
}
