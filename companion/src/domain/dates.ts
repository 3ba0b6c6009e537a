/** A calendar day, `YYYY-MM-DD`. Days sort and compare as text. */
export type IsoDate = string;

const DAY_MS = 86_400_000;

/** Days that were parsed and written before: a score asks for the same few hundred again and again. */
const NUMBERS = new Map<IsoDate, number>();
const TEXTS = new Map<number, IsoDate>();
/** More days than these are no calendar; then both are begun anew, so that they stay small. */
const MOST_KEPT = 20_000;

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round(numberOf(to) - numberOf(from));
}

/** The day that many days later; earlier for a negative count. */
export function addDays(day: IsoDate, days: number): IsoDate {
  const number = numberOf(day) + days;
  return TEXTS.get(number) ?? keep(TEXTS, number, new Date(number * DAY_MS).toISOString().slice(0, 10));
}

/** Days since 1970-01-01; NaN for what is no day. */
function numberOf(day: IsoDate): number {
  return NUMBERS.get(day) ?? keep(NUMBERS, day, Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

function keep<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, value);
  return value;
}

/** The same day some years later, earlier for a negative count; the 28th where there is no 29 February. */
export function addYears(day: IsoDate, years: number): IsoDate {
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
  return new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10) === moved
    ? moved
    : `${moved.slice(0, 8)}28`;
}

/** "1 day", "24 days". */
export function countDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

// Kept: making a formatter costs more than most of what it is used in.
const WORDED = new Intl.DateTimeFormat('en-US', {
  ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
});

/** A day for people to read, the same everywhere: "Nov 9, 2026". */
export function sayDay(day: IsoDate): string {
  return WORDED.format(new Date(`${day}T00:00:00Z`));
}
