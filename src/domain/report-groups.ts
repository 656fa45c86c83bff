import type { Figure, Hidden, ReportMinimum } from './report.js';

/** One viewing's part in a figure. */
export interface Contribution<Facts> {
  /** When it first came to the collector, as a rising number. */
  readonly arrival: number;
  /** When the viewing began, in UTC. */
  readonly began: string;
  readonly facts: Facts;
}

/** From when to when a figure is wanted. */
export interface Period {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export function isWithin({ since, until }: Period, at: string): boolean {
  return (since === undefined || at >= since) && (until === undefined || at < until);
}

/** The members that a figure may be made of, or why there is none. */
export type Grouped<Facts> = Hidden | { readonly hidden: false; readonly members: readonly Contribution<Facts>[] };

/**
 * Takes contributions by whole groups, in the order in which they arrived: `needed` in the first, `minimum.group` in
 * each that follows. A group counts when it is full and lies in the period as a whole. As the groups are the same for
 * every report, subtracting one report from another never leaves fewer people than a group.
 */
export function groupContributions<Facts>(
  contributions: readonly Contribution<Facts>[],
  needed: number,
  step: ReportMinimum['group'],
  period: Period,
): Grouped<Facts> {
  const members: Contribution<Facts>[] = [];
  let group: Contribution<Facts>[] = [];
  let size = needed;
  for (const one of contributions.toSorted((a, b) => a.arrival - b.arrival)) {
    group.push(one);
    if (group.length < size) continue;
    if (areWithin(period, group)) members.push(...group);
    group = [];
    size = step;
  }
  if (members.length >= needed) return { hidden: false, members };
  return { hidden: true, needed, missing: countMissing({ full: members.length, needed, step, size, group, period }) };
}

function areWithin(period: Period, group: readonly Contribution<unknown>[]): boolean {
  return group.every(({ began }) => isWithin(period, began));
}

interface Standing {
  /** How many are in full groups of the period already. */
  readonly full: number;
  readonly needed: number;
  readonly step: number;
  /** The size of the group that is filling up, and who is in it. */
  readonly size: number;
  readonly group: readonly Contribution<unknown>[];
  readonly period: Period;
}

function countMissing({ full, needed, step, size, group, period }: Standing): number {
  const first = size - group.length;
  const reached = areWithin(period, group) ? full + size : full;
  return first + Math.max(0, Math.ceil((needed - reached) / step)) * step;
}

/** Makes a figure of grouped members. */
export function figureOf<Facts, Result extends object>(
  grouped: Grouped<Facts>,
  sum: (facts: readonly Facts[]) => Result,
): Figure<Result> {
  if (grouped.hidden) return grouped;
  return { hidden: false, of: grouped.members.length, ...sum(grouped.members.map(({ facts }) => facts)) };
}
