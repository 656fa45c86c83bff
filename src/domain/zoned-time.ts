/** The zone that files and days are in when nothing else is said. */
export const DEFAULT_TIME_ZONE = 'Asia/Tokyo';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    // A zone that Intl does not know is told by a RangeError, and by nothing else.
    return false;
  }
}

/** Writes an instant as a clock on the wall of that zone shows it: `2026-11-20 14:03:05`. */
export function zonedTime(at: string, timeZone: string): string {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) return at;
  const shown = new Date(ms + offsetMs(ms, timeZone)).toISOString();
  return `${shown.slice(0, -14)} ${shown.slice(-13, -5)}`;
}

/** Clocks change at whole quarters of an hour, in every zone and at any time. */
const QUARTER_MS = 900_000;
let latest: { readonly timeZone: string; readonly quarter: number; readonly offsetMs: number } | undefined;

/** How far the zone's clocks are ahead of UTC then. Rows of a file lie close together, so the latest is remembered. */
function offsetMs(ms: number, timeZone: string): number {
  const quarter = Math.floor(ms / QUARTER_MS);
  if (latest?.quarter !== quarter || latest.timeZone !== timeZone) {
    latest = { timeZone, quarter, offsetMs: readOffsetMs(quarter * QUARTER_MS, timeZone) };
  }
  return latest.offsetMs;
}

function readOffsetMs(ms: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(new Date(ms))
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  return Date.parse(`${day}T${part('hour')}:${part('minute')}:${part('second')}Z`) - ms;
}

/** The instant at which a day begins in that zone, in UTC; undefined if there is no such day. */
export function startOfDay(day: string, timeZone: string, daysLater = 0): string | undefined {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
  const wanted = midnight + daysLater * 86_400_000;
  // Twice, because the first guess may lie on the other side of a change of clocks.
  const guess = wanted - offsetMs(wanted, timeZone);
  return instantOf(wanted - offsetMs(guess, timeZone));
}

/** An instant as reactions carry it: in UTC, to the second. */
export function instantOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
