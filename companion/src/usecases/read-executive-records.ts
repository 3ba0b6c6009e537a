import { addDays, type IsoDate } from '../domain/dates.ts';
import { findLatestScores, NPS_WINDOW_DAYS } from '../domain/executive-nps.ts';
import type { ExecutiveRecords } from '../domain/executive-records.ts';
import type { CustomerReader } from './ports.ts';

/** Reads what totals of a day count that does not stand on an account. */
export async function readExecutiveRecords(
  reader: Pick<CustomerReader, 'readAnswers' | 'countOpenAlerts'>,
  day: IsoDate,
): Promise<ExecutiveRecords> {
  const [answers, alertsOf] = await Promise.all([
    reader.readAnswers(addDays(day, -NPS_WINDOW_DAYS), day),
    reader.countOpenAlerts(day),
  ]);
  return { scoresOf: findLatestScores(answers, day), alertsOf };
}
