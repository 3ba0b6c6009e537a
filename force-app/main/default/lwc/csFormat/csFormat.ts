import CURRENCY from '@salesforce/i18n/currency';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const YEAR_MONTH_DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const HOUR_MINUTE = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The day that it is for the user.
 *
 * @param now the moment in question; the user's own time zone decides which day that is
 * @returns `YYYY-MM-DD`
 */
export function dayOf(now: Date): string {
  const parts = dates({ ...YEAR_MONTH_DAY, timeZone: TIME_ZONE || undefined }, 'en-US').formatToParts(now);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Whether `value` is a calendar day as `YYYY-MM-DD`: 2026-02-30 is not. */
export function isDay(value: string): boolean {
  return ISO_DAY.test(value) && addDays(value, 0) === value;
}

/** Days from `from` to `to`, both `YYYY-MM-DD`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / MS_PER_DAY);
}

/** `day` moved by a number of days, as `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  const moved = new Date(utc(day) + days * MS_PER_DAY);
  return Number.isNaN(moved.getTime()) ? '' : moved.toISOString().slice(0, 10);
}

/** A day as the user's locale writes it: `Nov 22, 2026`. */
export function formatDay(day: string): string {
  return format(utc(day), { dateStyle: 'medium', timeZone: 'UTC' });
}

/** A day for the axis of a chart: `Nov 22`, or `Nov 2026` where the axis spans years. */
export function formatAxisDay(day: string, withYear: boolean): string {
  const options: Intl.DateTimeFormatOptions = withYear
    ? { month: 'short', year: 'numeric' }
    : { month: 'short', day: 'numeric' };
  return format(utc(day), { ...options, timeZone: 'UTC' });
}

/** A month, given as `YYYY-MM`, for a heading: `November 2026`. */
export function formatMonth(month: string): string {
  return format(utc(`${month}-01`), { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** A moment in the user's locale and time zone: `Nov 22, 2026, 8:00 PM`. */
export function formatMoment(iso: string): string {
  return format(Date.parse(iso), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: TIME_ZONE || undefined,
  });
}

/** How long ago a moment was, in the user's words: `3 hours ago`, `yesterday`; after 30 days its day. */
export function formatAgo(iso: string, now: Date): string {
  const minutes = Math.round((now.getTime() - Date.parse(iso)) / MS_PER_MINUTE);
  if (Number.isNaN(minutes)) return '';
  if (minutes < 1) return 'just now';
  if (minutes < 60) return ago(minutes, 'minute');
  const days = daysBetween(dayOf(new Date(iso)), dayOf(now));
  if (days < 1 || minutes < 12 * 60) return ago(Math.round(minutes / 60), 'hour');
  return days <= 30 ? ago(days, 'day') : formatDay(dayOf(new Date(iso)));
}

/**
 * The moment at which a day has come to an hour in the user's time zone, as ISO 8601. Hours that the clocks leave out
 * or repeat may be one off.
 *
 * @param day `YYYY-MM-DD`
 * @param hour 0–23
 */
export function momentOf(day: string, hour: number): string {
  const wanted = utc(day) + hour * 60 * MS_PER_MINUTE;
  const first = wanted - zoneOffset(wanted);
  return new Date(wanted - zoneOffset(first)).toISOString();
}

/** A number in the user's locale, with at most one decimal. */
export function formatNumber(value: number): string {
  return numbers({ maximumFractionDigits: 1 }).format(value);
}

/** A change with its sign: `+6.2`, `−4`, `0`. */
export function formatChange(value: number): string {
  return numbers({
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(value);
}

/** Points that stand in a column and add up, with their sign and always one decimal: `+10.0`, `−3.5`. */
export function formatPoints(value: number): string {
  return numbers({
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(value);
}

/** A share between 0 and 1 as a percentage: `25%`. */
export function formatShare(value: number): string {
  return numbers({ style: 'percent' }).format(value);
}

/** An amount of money in the org's currency, without cents: `$1,250,000`. */
export function formatMoney(value: number): string {
  return money(value, { maximumFractionDigits: 0 });
}

/** An amount of money where room is scarce: `$1.3M`, `$250K`. */
export function formatMoneyShort(value: number): string {
  return money(value, { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 });
}

/** A count with its noun: `1 day`, `3 days`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

function money(value: number, options: Intl.NumberFormatOptions): string {
  const style = { style: 'currency', currency: CURRENCY || 'USD' } as const;
  return numbers({ ...style, ...options }).format(value);
}

function ago(count: number, unit: 'minute' | 'hour' | 'day'): string {
  return new Intl.RelativeTimeFormat(LOCALE || undefined, { numeric: 'auto' }).format(-count, unit);
}

/** How far the clock of the user's time zone is ahead of Greenwich at `moment`, in milliseconds. */
function zoneOffset(moment: number): number {
  const options = { ...YEAR_MONTH_DAY, ...HOUR_MINUTE, timeZone: TIME_ZONE || undefined } as const;
  const parts = dates(options, 'en-US').formatToParts(moment);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const clock = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return clock - Math.floor(moment / MS_PER_MINUTE) * MS_PER_MINUTE;
}

function utc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function format(moment: number, options: Intl.DateTimeFormatOptions): string {
  return Number.isNaN(moment) ? '' : dates(options).format(moment);
}

// A formatter takes far longer to make than to use, and a list uses a few of them hundreds of times.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dates(options: Intl.DateTimeFormatOptions, locale = LOCALE || undefined): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const made = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, made);
  return made;
}

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const made = numberFormats.get(key) ?? new Intl.NumberFormat(LOCALE || undefined, options);
  numberFormats.set(key, made);
  return made;
}
