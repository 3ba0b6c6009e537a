import { isCalendarDay, type CalendarDay } from '../dates/calendar-day.ts';
import { CommandError } from '../process/command-error.ts';
import { readRows, type CsvFile } from './csv/read-rows.ts';
import { RAVENSTACK_FILES } from './ravenstack-files.ts';

/** The columns that say when something happened. */
const DAY_COLUMNS: readonly (readonly [CsvFile, readonly string[]])[] = [
  [RAVENSTACK_FILES.accounts, ['signup_date']],
  [RAVENSTACK_FILES.subscriptions, ['start_date', 'end_date']],
  [RAVENSTACK_FILES.usage, ['usage_date']],
  [RAVENSTACK_FILES.tickets, ['submitted_at', 'closed_at']],
  [RAVENSTACK_FILES.churnEvents, ['churn_date']],
];

/**
 * The last day of which the data tells anything. Cells that are no day, or lie after today, are no evidence and are
 * passed over here; their rows are reported when they are loaded. Every file is opened, so that a missing one is
 * found before anything is written.
 */
export async function findLastDay(folder: string, today: CalendarDay): Promise<CalendarDay> {
  let last = '';
  for (const [file, columns] of DAY_COLUMNS) {
    for await (const { cells } of readRows(folder, file, () => undefined)) {
      for (const column of columns) {
        const day = (cells[column] ?? '').slice(0, 10);
        if (isCalendarDay(day) && day <= today && day > last) {
          last = day;
        }
      }
    }
  }
  if (last === '') {
    throw new CommandError(`No file in ${folder} has a day up to today (${today}) to count from.`);
  }
  return last;
}
