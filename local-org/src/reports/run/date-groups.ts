import type { DateGranularity } from '../model/report-def.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/**
 * The first day of the period that a day or a moment lies in; weeks begin on Sunday.
 *
 * @param value `YYYY-MM-DD`, or a moment that begins with it
 */
export function periodStart(value: string, granularity: DateGranularity): string {
  const day = value.slice(0, 10);
  const [year = 0, month = 1] = day.split('-').map(Number);
  switch (granularity) {
    case 'Year':
      return `${day.slice(0, 4)}-01-01`;
    case 'Quarter':
      return firstOf(year, month - ((month - 1) % 3));
    case 'Month':
      return firstOf(year, month);
    case 'Week': {
      const date = new Date(`${day}T00:00:00Z`);
      date.setUTCDate(date.getUTCDate() - date.getUTCDay());
      return date.toISOString().slice(0, 10);
    }
    default:
      return day;
  }
}

/** What a period is called: `November 2026`, `Q4 CY2026`, `2026`, `11/22/2026`. */
export function periodLabel(start: string, granularity: DateGranularity): string {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  switch (granularity) {
    case 'Year':
      return String(year);
    case 'Quarter':
      return `Q${Math.ceil(month / 3)} CY${year}`;
    case 'Month':
      return `${MONTHS[month - 1]} ${year}`;
    case 'Week': {
      const end = new Date(`${start}T00:00:00Z`);
      end.setUTCDate(end.getUTCDate() + 6);
      return `${month}/${day}/${year} - ${end.getUTCMonth() + 1}/${end.getUTCDate()}/${end.getUTCFullYear()}`;
    }
    default:
      return `${month}/${day}/${year}`;
  }
}

function firstOf(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}
