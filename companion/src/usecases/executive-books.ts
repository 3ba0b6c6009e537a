import type { IsoDate } from '../domain/dates.ts';
import type { ExecutiveBook } from './explain-totals.ts';
import { findCustomersOn } from './find-customers-on.ts';
import type { Clock, CustomerReader } from './ports.ts';
import type { ScoreHistoryStore } from './query-ports.ts';
import { readExecutiveRecords } from './read-executive-records.ts';

/** How old an answer may be: someone who takes a page apart asks for one number after the other. */
const MAX_AGE_MS = 60_000;

/** Gives the customers of a day; today's without a day. Null of a day that nothing tells of. */
export type ExecutiveBooks = (day?: IsoDate) => Promise<ExecutiveBook | null>;

/** Reads the customers of a day when they are asked for. The last day asked for is kept for a minute. */
export function createExecutiveBooks(
  orgId: string,
  deps: { reader: CustomerReader; history: Pick<ScoreHistoryStore, 'findStandings'> },
  clock: Clock,
): ExecutiveBooks {
  let last: { at: number; key: string; answer: Promise<ExecutiveBook | null> } | null = null;

  const read = async (day: IsoDate, now: Date): Promise<ExecutiveBook | null> => {
    const today = now.toISOString().slice(0, 10);
    const found = await findCustomersOn(orgId, day, today, deps);
    if (!found) return null;
    const records = await readExecutiveRecords(deps.reader, day);
    return { ...found, asOf: day, readAt: now.toISOString(), records };
  };

  return (asked) => {
    const now = clock();
    const today = now.toISOString().slice(0, 10);
    const day = asked ?? today;
    const key = `${day} ${today}`;
    if (last && last.key === key && now.getTime() - last.at < MAX_AGE_MS) return last.answer;
    const answer = read(day, now);
    const current = { at: now.getTime(), key, answer };
    last = current;
    answer.catch(() => {
      // A failure is not kept: whoever asks next tries again.
      if (last === current) last = null;
    });
    return answer;
  };
}
