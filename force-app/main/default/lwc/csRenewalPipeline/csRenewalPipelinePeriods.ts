import { addDays, formatAxisDay } from 'c/csFormat';

/** A renewal is worked on in its last quarter; the workload of a CSM counts the same days. */
export const NEXT_DAYS = 90;

/** Months shown one by one, the current one among them. Grouped by day and band they stay within 2,000 groups. */
const MONTHS = 12;

/** A stretch of days in which renewals are looked at; both ends belong to it, a missing one is open. */
export interface Period {
  key: string;
  label: string;
  kind: 'next' | 'month' | 'later' | 'overdue' | 'unscheduled';
  from?: string;
  to?: string;
}

/** From today on for the next 90 days. */
export function nextDays(today: string): Period {
  return {
    key: 'next',
    label: `Next ${NEXT_DAYS} days`,
    kind: 'next',
    from: today,
    to: addDays(today, NEXT_DAYS),
  };
}

/** Those whose renewal date has passed without a new one. */
export function overdue(today: string): Period {
  return { key: 'overdue', label: 'Overdue', kind: 'overdue', to: addDays(today, -1) };
}

/** Those that have no renewal date at all. */
export function unscheduled(): Period {
  return { key: 'unscheduled', label: 'No renewal date', kind: 'unscheduled' };
}

/** The rest of the current month and the eleven after it. */
export function months(today: string): Period[] {
  return Array.from({ length: MONTHS }, (_, index) => {
    const first = firstOfMonth(today, index);
    return {
      key: first.slice(0, 7),
      label: formatAxisDay(first, true),
      kind: 'month',
      from: index === 0 ? today : first,
      to: addDays(firstOfMonth(today, index + 1), -1),
    };
  });
}

/** Everything after the months that are shown one by one. */
export function later(today: string): Period {
  const from = firstOfMonth(today, MONTHS);
  return { key: 'later', label: `From ${formatAxisDay(from, true)} on`, kind: 'later', from };
}

/** All days from today that are shown by month. */
export function upcoming(today: string): Required<Pick<Period, 'from' | 'to'>> {
  return { from: today, to: addDays(firstOfMonth(today, MONTHS), -1) };
}

/** The period of a day or of none, among the months and those around them. */
export function periodOf(day: string | null, today: string): Period {
  if (day === null) return unscheduled();
  if (day < today) return overdue(today);
  return months(today).find(({ to = '' }) => day <= to) ?? later(today);
}

function firstOfMonth(day: string, monthsAhead: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + monthsAhead, 1)).toISOString().slice(0, 10);
}
