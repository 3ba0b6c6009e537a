import type { Books } from '../domain/workload.ts';
import type { Clock, OrgReader } from './ports.ts';

/** Every account that somebody looks after, as the org had it at a time. */
export interface RecentBooks {
  books: Books;
  asOf: string;
  readAt: string;
}

/** How old an answer may be: the org's API calls are budgeted, and a list is not worth a thousand of them an hour. */
const MAX_AGE_MS = 5 * 60_000;

/** Reads the books when they are asked for, at most every five minutes; those who ask at once share one reading. */
export function createRecentBooks(
  reader: Pick<OrgReader, 'readBooks'>,
  clock: Clock,
): () => Promise<RecentBooks> {
  let last: { at: number; day: string; answer: Promise<RecentBooks> } | null = null;
  const read = async (now: Date): Promise<RecentBooks> => {
    const asOf = now.toISOString().slice(0, 10);
    const { accounts, overdueTasks } = await reader.readBooks(asOf);
    return { books: { accounts, overdueTasks }, asOf, readAt: now.toISOString() };
  };
  return () => {
    const now = clock();
    const day = now.toISOString().slice(0, 10);
    if (last && last.day === day && now.getTime() - last.at < MAX_AGE_MS) return last.answer;
    const answer = read(now);
    const current = { at: now.getTime(), day, answer };
    last = current;
    answer.catch(() => {
      // A failure is not kept: whoever asks next tries again.
      if (last === current) last = null;
    });
    return answer;
  };
}
