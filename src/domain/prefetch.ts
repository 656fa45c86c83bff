import { bitsPerSecondOf, bytesOf, keyOfClip, secondsWithin } from './prefetch/clip-size.js';
import { listComing, type ComingScene, type Whereabouts } from './prefetch/coming.js';
import { findScene } from './graph.js';
import type { Clip, SceneId } from './scene.js';
import { presentVisit } from './viewing.js';

/** The clip that is being played, or that stands still under a question. */
export interface OnAir {
  /** Buffered from the present second on without a gap. */
  readonly aheadSeconds: number;
  /** Left to play until its end. A question inside does not end it. */
  readonly remainingSeconds: number;
  /** All of it was fetched. */
  readonly complete: boolean;
}

/** What is known of the network. */
export interface Line {
  /** The viewer asked to save data. */
  readonly saveData: boolean;
  /** As measured; undefined while it is not known. */
  readonly bitsPerSecond: number | undefined;
}

/** All that a plan is made from. */
export interface PrefetchFacts extends Whereabouts {
  /** Undefined while nothing plays: a text, or a hub that asks at once. */
  readonly onAir: OnAir | undefined;
  readonly line: Line;
  /** Bytes per question; decks that may stand ready beside the one on air. */
  readonly budget: { readonly bytes: number; readonly decks: number };
}

/** Something to have ready. Steps are taken in their order. */
export interface PrefetchStep {
  readonly scene: SceneId;
  readonly clip: Clip;
  /** From its beginning; those of an earlier step for the same clip are among them. */
  readonly seconds: number;
  /** About how much that is. */
  readonly bytes: number;
  /**
   * `opening`: its first bytes are there. `picture`: they are, and the first picture is made of them, in an element of
   * its own. `deck`: the clip itself stands ready in an element.
   */
  readonly how: 'opening' | 'picture' | 'deck';
}

/** A line that brings a clip at twice its pace or more has room for what may be in vain. */
const ROOMY = 2;
const ROOMY_OPENING_SECONDS = 1;
/** Any other line is thin: enough for the first picture, and for the line to bring what follows. */
const THIN_OPENING_SECONDS = 0.5;
/** Of a thin line no more than this part of a clip is fetched in vain for a question, on the average. */
const THIN_WASTE = 0.5;
const DECK_SECONDS = 6;
/** The only clip that can come is not fetched in vain. Shares are fractions, so their sum may miss 1 by a hair. */
const SURE = 0.999;
const SURE_SECONDS = 15;
/** Browsers say of a fully buffered clip that a little is missing at its end. */
const SLACK_SECONDS = 0.25;

/** A clip that may come, and what having it ready takes. */
interface Candidate {
  readonly scene: SceneId;
  readonly clip: Clip;
  readonly share: number;
  readonly openingSeconds: number;
  readonly roomy: boolean;
}

/**
 * Plans which clips to make ready for what may come next, the likeliest first. Empty while anything else needs the
 * line more, and where the line could not carry on what was begun: a prepared clip that stalls is worse than one that
 * starts a little later. Ask only while clips are wanted, not for a viewer who reads.
 */
export function planPrefetch(facts: PrefetchFacts): readonly PrefetchStep[] {
  const { line, onAir, budget } = facts;
  if (line.saveData || (onAir && !hasEnough(onAir))) return [];
  const candidates = listCandidates(facts);
  const sure = candidates.length === 1 && candidates.some(({ share }) => share >= SURE) && budget.decks > 0;
  const purse = { bytes: budget.bytes, wasteBytes: THIN_WASTE * meanBytes(candidates) };
  const openings = sure ? [] : planOpenings(candidates, purse);
  const opened = new Map(openings.map(({ clip, bytes }) => [clip, bytes]));
  const decks = candidates
    .filter(({ clip }) => sure || opened.has(clip))
    .filter((candidate, index) => candidate.roomy || (index === 0 && mayStandReady(candidate, opened, purse)))
    .slice(0, Math.max(0, budget.decks));
  const pictured = choosePictured(candidates, decks, opened, budget.decks);
  return [
    ...openings.map((step) => (pictured.includes(step.clip) ? { ...step, how: 'picture' as const } : step)),
    ...planDecks(decks, opened, purse, sure ? SURE_SECONDS : DECK_SECONDS),
  ];
}

/** What may still be spent. `wasteBytes`: fetched in vain over a thin line, on the average. */
interface Purse {
  bytes: number;
  wasteBytes: number;
}

function hasEnough({ aheadSeconds, remainingSeconds, complete }: OnAir): boolean {
  return complete || aheadSeconds >= remainingSeconds - SLACK_SECONDS;
}

/** The clips that may come and that the line carries, likeliest first; those behind a text have time and come last. */
function listCandidates(facts: PrefetchFacts): readonly Candidate[] {
  const { graph, viewing, onAir, line } = facts;
  const playing = onAir && findScene(graph, presentVisit(viewing).scene)?.clip;
  const clips = mergeClips(listComing(facts), playing && keyOfClip(playing));
  const likeliest = clips.toSorted((a, b) => Number(a.afterText) - Number(b.afterText) || b.share - a.share);
  return likeliest.flatMap(({ scene, clip, share }) => {
    const pace = line.bitsPerSecond === undefined ? undefined : line.bitsPerSecond / bitsPerSecondOf(clip);
    if (pace !== undefined && pace < 1) return [];
    const roomy = pace !== undefined && pace >= ROOMY;
    const lead = roomy ? ROOMY_OPENING_SECONDS : THIN_OPENING_SECONDS;
    return [{ scene, clip, share, roomy, openingSeconds: Math.min(lead, clip.durationSeconds ?? lead) }];
  });
}

type ComingClip = ComingScene & { readonly clip: Clip };

/** One for each clip, however many ways lead to it, and none for the one that is there already. */
function mergeClips(coming: readonly ComingScene[], playing: string | undefined): readonly ComingClip[] {
  const merged = new Map<string, ComingClip>();
  for (const { clip, ...one } of coming) {
    const key = clip && keyOfClip(clip);
    if (!clip || key === undefined || key === playing) continue;
    const other = merged.get(key);
    const nearest = other && (one.afterText || !other.afterText) ? other : { ...one, clip };
    merged.set(key, { ...nearest, share: one.share + (other?.share ?? 0) });
  }
  return [...merged.values()];
}

/** How large the clip is that will be chosen, on the average. */
function meanBytes(candidates: readonly Candidate[]): number {
  const shares = candidates.reduce((sum, { share }) => sum + share, 0);
  const bytes = candidates.reduce((sum, { share, clip }) => sum + share * wholeBytes(clip), 0);
  return shares > 0 ? bytes / shares : 0;
}

function wholeBytes(clip: Clip): number {
  return bytesOf(clip, clip.durationSeconds ?? DECK_SECONDS);
}

function planOpenings(candidates: readonly Candidate[], purse: Purse): readonly PrefetchStep[] {
  return candidates.flatMap(({ scene, clip, share, roomy, openingSeconds: seconds }): PrefetchStep[] => {
    const bytes = bytesOf(clip, seconds);
    const wasteBytes = roomy ? 0 : (1 - share) * bytes;
    if (bytes > purse.bytes || wasteBytes > purse.wasteBytes) return [];
    purse.bytes -= bytes;
    purse.wasteBytes -= wasteBytes;
    return [{ scene, clip, seconds, bytes, how: 'opening' }];
  });
}

/** On a thin line a deck is for the likely only: browsers fetch all of a short clip once it stands in an element. */
function mayStandReady({ clip, share }: Candidate, opened: ReadonlyMap<Clip, number>, purse: Purse): boolean {
  return (1 - share) * (wholeBytes(clip) - (opened.get(clip) ?? 0)) <= purse.wasteBytes;
}

/** The picture takes one element and the clip behind it another: with a single one to spare the clip goes first. */
function choosePictured(
  candidates: readonly Candidate[],
  decks: readonly Candidate[],
  opened: ReadonlyMap<Clip, number>,
  most: number,
): readonly Clip[] {
  const others = candidates.filter((one) => !one.roomy && opened.has(one.clip) && !decks.includes(one));
  return others.slice(0, most > 1 ? most - decks.length : 0).map(({ clip }) => clip);
}

/** Gives each as many seconds as the budget allows, and none that could not even have its opening. */
function planDecks(
  candidates: readonly Candidate[],
  opened: ReadonlyMap<Clip, number>,
  purse: Purse,
  most: number,
): readonly PrefetchStep[] {
  return candidates.flatMap(({ scene, clip, openingSeconds }): PrefetchStep[] => {
    const before = opened.get(clip) ?? 0;
    const fitting = Math.min(most, clip.durationSeconds ?? most, secondsWithin(clip, purse.bytes + before));
    const seconds = Math.max(fitting, before > 0 ? openingSeconds : 0);
    if (seconds < openingSeconds) return [];
    const bytes = bytesOf(clip, seconds);
    purse.bytes -= bytes - before;
    return [{ scene, clip, seconds, bytes, how: 'deck' }];
  });
}
