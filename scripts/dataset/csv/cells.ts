import { isCalendarDay, type CalendarDay } from '../../dates/calendar-day.ts';
import { RowError } from './row-problem.ts';

/** A cell that must not be empty. */
export function requiredText(column: string, cell: string): string {
  if (cell === '') {
    throw new RowError(`${column} is empty; expected a value`);
  }
  return cell;
}

/** A day that exists, whether past or to come. */
export function day(column: string, cell: string): CalendarDay {
  if (!isCalendarDay(cell)) {
    throw new RowError(`${column} is "${cell}"; expected a day such as 2024-12-31`);
  }
  return cell;
}

/** A day on which something happened: none after `today`. */
export function pastDay(column: string, cell: string, today: CalendarDay): CalendarDay {
  if (day(column, cell) > today) {
    throw new RowError(`${column} is ${cell}; expected no day after today`);
  }
  return cell;
}

/** A day and, where it is given, a time of that day. */
export interface PastMoment {
  readonly day: CalendarDay;
  /** `HH:MM:SS`; midnight when the data has no time. */
  readonly time: string;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** A day as {@link pastDay}, or a day and a time with a blank between. */
export function pastMoment(column: string, cell: string, today: CalendarDay): PastMoment {
  const [date = '', time = '00:00:00', ...rest] = cell.split(' ');
  if (!TIME.test(time) || rest.length > 0) {
    throw new RowError(`${column} is "${cell}"; expected a day such as 2024-12-31, or 2024-12-31 18:30:00`);
  }
  return { day: pastDay(column, date, today), time };
}

/** A number of 0 or more. */
export function amount(column: string, cell: string): number {
  const value = Number(cell);
  if (cell === '' || !Number.isFinite(value)) {
    throw new RowError(`${column} is "${cell}"; expected a number`);
  }
  if (value < 0) {
    throw new RowError(`${column} is ${cell}; expected 0 or more`);
  }
  return value;
}

/** A whole number of 0 or more. */
export function count(column: string, cell: string): number {
  const value = amount(column, cell);
  if (!Number.isSafeInteger(value)) {
    throw new RowError(`${column} is ${cell}; expected a whole number`);
  }
  return value;
}

/** `True` or `False`, in any case. */
export function flag(column: string, cell: string): boolean {
  const value = cell.toLowerCase();
  if (value !== 'true' && value !== 'false') {
    throw new RowError(`${column} is "${cell}"; expected True or False`);
  }
  return value === 'true';
}
