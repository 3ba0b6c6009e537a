const QUARTER_MS = 15 * 60_000;
/** Two days of quarter hours: further ahead than any quiet time reaches. */
const MOST_QUARTERS = 2 * 24 * 4;

/** The hour of the day at which digests go out, in the recipient's own time. */
export const DIGEST_HOUR = 8;

/** Hours of a day, 0–23, from the first to before the second; over midnight where the first is the later. */
export interface QuietHours {
  from: number;
  to: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch {
    // A zone that this machine does not know: better by UTC than not at all.
    format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  }
  formats.set(timeZone, format);
  return format;
}

/** What a clock on the wall shows in a time zone (an IANA name, as Salesforce keeps it), summer time included. */
export function clockIn(timeZone: string, at: Date): { hour: number; minute: number } {
  const [hour = 0, minute = 0] = formatFor(timeZone).format(at).split(':').map(Number);
  return { hour, minute };
}

/** Whether an hour of the day is a quiet one. */
export function isQuiet(hour: number, quiet: QuietHours | null): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  const { from, to } = quiet;
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/**
 * The first moment from `at` on that is not quiet: `at` itself, or the end of the quiet hours. Found by looking at the
 * clock every quarter of an hour (no zone is off by less), so that nights of 23 and 25 hours come out right.
 */
export function nextLoudTime(at: Date, timeZone: string, quiet: QuietHours | null): Date {
  if (!isQuiet(clockIn(timeZone, at).hour, quiet)) return at;
  return firstQuarter(at, (moment) => !isQuiet(clockIn(timeZone, moment).hour, quiet));
}

/** The next time of the daily digest, after `at`, put off while it would be quiet. */
export function nextDigestTime(at: Date, timeZone: string, quiet: QuietHours | null): Date {
  const digest = firstQuarter(at, (moment) => {
    const { hour, minute } = clockIn(timeZone, moment);
    return hour === DIGEST_HOUR && minute === 0;
  });
  return nextLoudTime(digest, timeZone, quiet);
}

/** The first full quarter of an hour after `at` for which something holds; `at` where none does. */
function firstQuarter(at: Date, holds: (moment: Date) => boolean): Date {
  const start = Math.floor(at.getTime() / QUARTER_MS) * QUARTER_MS;
  for (let step = 1; step <= MOST_QUARTERS; step += 1) {
    const moment = new Date(start + step * QUARTER_MS);
    if (holds(moment)) return moment;
  }
  return at;
}
