/** The days that a report covers. Days are those of the reader's own calendar. */
export type Period =
  /** From Monday until now. */
  | { readonly type: 'week' }
  /** Today and the 29 days before it. */
  | { readonly type: 'month' }
  | { readonly type: 'all' }
  /** Both days included, written `2026-11-20`. An empty one leaves that side open. */
  | { readonly type: 'between'; readonly from: string; readonly to: string };

export type PeriodType = Period['type'];

/** The instants between which reactions count: from `since` on, and before `until`. */
export interface PeriodBounds {
  readonly since?: Date;
  readonly until?: Date;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Turns days into instants. */
export function boundPeriod(period: Period, now: Date): PeriodBounds {
  if (period.type === 'week') return { since: startOfDay(now, -((now.getDay() + 6) % 7)) };
  if (period.type === 'month') return { since: startOfDay(now, -29) };
  if (period.type === 'all') return {};
  const from = readDay(period.from);
  const to = readDay(period.to);
  return { ...(from && { since: from }), ...(to && { until: startOfDay(to, 1) }) };
}

/** Tells whether the first day comes after the last one. */
export function isBackwards(period: Period): boolean {
  return period.type === 'between' && period.from !== '' && period.to !== '' && period.from > period.to;
}

/** Midnight in the reader's zone. Through the calendar and not by 24 hours: some days are longer. */
function startOfDay(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

function readDay(text: string): Date | undefined {
  const [, year, month, day] = DAY.exec(text) ?? [];
  return year && month && day ? new Date(Number(year), Number(month) - 1, Number(day)) : undefined;
}

/** Writes a day as a date field wants it. */
export function writeDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
