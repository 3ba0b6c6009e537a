import type { IsoDate } from '../domain/dates.ts';
import type { UsageDayRow } from '../usecases/usage-ports.ts';

/** A day as the database gives it: its whole numbers come as text, lest any be too large. */
export interface StoredDay {
  accountId: string;
  day: IsoDate;
  activeUsers: string | null;
  licensedSeats: string | null;
  logins: string | null;
  apiCalls: string | null;
  features: Record<string, number> | null;
}

/** The columns of a day, as `StoredDay`. */
export const DAY_COLUMNS = `account_id AS "accountId", day::text AS day, active_users AS "activeUsers",
  licensed_seats AS "licensedSeats", logins, api_calls AS "apiCalls", features`;

/** A day as use cases know it. */
export function toUsageDay({ accountId, day, features, ...counts }: StoredDay): UsageDayRow {
  const number = (value: string | null) => (value === null ? null : Number(value));
  return {
    accountId,
    day,
    activeUsers: number(counts.activeUsers),
    licensedSeats: number(counts.licensedSeats),
    logins: number(counts.logins),
    apiCalls: number(counts.apiCalls),
    features,
  };
}
