import { dateLiteralRange, type DayRange } from '../../soql/date-literals.ts';
import type { TimeFrameDef } from '../model/report-def.ts';

/** A span of date literals, from the first day of one to the last of another. */
type Span = [from: string, to: string] | [only: string];

/** Intervals by the date literals they span; those of a fixed number of days are below. Fiscal years are calendar years. */
const INTERVALS: Readonly<Record<string, Span>> = {
  INTERVAL_TODAY: ['TODAY'],
  INTERVAL_YESTERDAY: ['YESTERDAY'],
  INTERVAL_TOMORROW: ['TOMORROW'],
  INTERVAL_LASTWEEK: ['LAST_WEEK'],
  INTERVAL_THISWEEK: ['THIS_WEEK'],
  INTERVAL_NEXTWEEK: ['NEXT_WEEK'],
  INTERVAL_LASTMONTH: ['LAST_MONTH'],
  INTERVAL_THISMONTH: ['THIS_MONTH'],
  INTERVAL_NEXTMONTH: ['NEXT_MONTH'],
  INTERVAL_LASTTHISMONTH: ['LAST_MONTH', 'THIS_MONTH'],
  INTERVAL_THISNEXTMONTH: ['THIS_MONTH', 'NEXT_MONTH'],
  INTERVAL_CURRENTQ: ['THIS_QUARTER'],
  INTERVAL_CURNEXTQ: ['THIS_QUARTER', 'NEXT_QUARTER'],
  INTERVAL_CURPREVQ: ['LAST_QUARTER', 'THIS_QUARTER'],
  INTERVAL_NEXTQ: ['NEXT_QUARTER'],
  INTERVAL_PREVQ: ['LAST_QUARTER'],
  INTERVAL_CURNEXT3Q: ['THIS_QUARTER', 'NEXT_N_QUARTERS:3'],
  INTERVAL_CURRENT: ['THIS_QUARTER'],
  INTERVAL_NEXT1: ['NEXT_QUARTER'],
  INTERVAL_PREV1: ['LAST_QUARTER'],
  INTERVAL_CURNEXT1: ['THIS_QUARTER', 'NEXT_QUARTER'],
  INTERVAL_CURPREV1: ['LAST_QUARTER', 'THIS_QUARTER'],
  INTERVAL_CURNEXT3: ['THIS_QUARTER', 'NEXT_N_QUARTERS:3'],
  INTERVAL_CURY: ['THIS_YEAR'],
  INTERVAL_PREVY: ['LAST_YEAR'],
  INTERVAL_NEXTY: ['NEXT_YEAR'],
  INTERVAL_PREV2Y: ['LAST_N_YEARS:2'],
  INTERVAL_AGO2Y: ['N_YEARS_AGO:2'],
  INTERVAL_PREVCURY: ['LAST_YEAR', 'THIS_YEAR'],
  INTERVAL_PREVCUR2Y: ['LAST_N_YEARS:2', 'THIS_YEAR'],
  INTERVAL_CURNEXTY: ['THIS_YEAR', 'NEXT_YEAR'],
  INTERVAL_CURFY: ['THIS_YEAR'],
  INTERVAL_PREVFY: ['LAST_YEAR'],
  INTERVAL_NEXTFY: ['NEXT_YEAR'],
  INTERVAL_PREV2FY: ['LAST_N_YEARS:2'],
  INTERVAL_AGO2FY: ['N_YEARS_AGO:2'],
  INTERVAL_PREVCURFY: ['LAST_YEAR', 'THIS_YEAR'],
  INTERVAL_PREVCUR2FY: ['LAST_N_YEARS:2', 'THIS_YEAR'],
  INTERVAL_CURNEXTFY: ['THIS_YEAR', 'NEXT_YEAR'],
};
/** The last and next days count today, as the standard filter of the report builder says. */
const COUNTED = /^INTERVAL_(LAST|NEXT)(7|30|60|90|120)$/;

/** Whether the local org knows an interval of the standard date filter. */
export function knowsInterval(interval: string): boolean {
  return interval === 'INTERVAL_CUSTOM' || interval in INTERVALS || COUNTED.test(interval);
}

/**
 * The days a time frame stands for, the first and the first after; an end without a limit is left out.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_report.htm
 *
 * @param today the current day, `YYYY-MM-DD`
 */
export function timeFrameRange({ interval, start, end }: TimeFrameDef, today: string): Partial<DayRange> {
  if (interval === 'INTERVAL_CUSTOM') {
    return { ...(start ? { start } : {}), ...(end ? { end: addDays(end, 1) } : {}) };
  }
  const counted = COUNTED.exec(interval);
  if (counted) {
    const days = Number(counted[2]);
    return counted[1] === 'LAST'
      ? { start: addDays(today, 1 - days), end: addDays(today, 1) }
      : { start: today, end: addDays(today, days) };
  }
  const [first, last = first] = INTERVALS[interval] ?? ['TODAY'];
  return { start: literal(first, today).start, end: literal(last, today).end };
}

function literal(text: string, today: string): DayRange {
  const [name = '', n = '0'] = text.split(':');
  return dateLiteralRange(name, Number(n), today);
}

function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
