import { timingSafeEqual } from 'node:crypto';

import type { GraphId } from '../../domain/graph.js';
import { DEFAULT_SITE } from '../reaction-store.js';
import { hashToken } from './reader.js';

/** A page or a group of pages that sends. */
export interface Site {
  /** What its reactions are kept under. */
  readonly name: string;
  /** Stands in the page, so it is no secret: it says which site is meant, and can be changed when it is misused. */
  readonly key: string;
  /** Origins of its pages, such as `https://recruit.example.jp`. */
  readonly origins: readonly string[];
  /** The graphs that it plays. Any, when left out. */
  readonly graphs?: readonly GraphId[];
}

/** Where a reaction came from, as far as the collector needs to know. */
export type SendingSite = Pick<Site, 'name' | 'origins' | 'graphs'>;

/** Finds the site of a key. Without named sites everything is the default one, whatever key is sent. */
export function findSite(
  sites: readonly Site[],
  key: unknown,
  defaultOrigins: readonly string[],
): SendingSite | undefined {
  if (sites.length === 0) return { name: DEFAULT_SITE, origins: defaultOrigins };
  if (typeof key !== 'string') return undefined;
  const given = Buffer.from(hashToken(key));
  return sites.find((site) => timingSafeEqual(Buffer.from(hashToken(site.key)), given));
}
