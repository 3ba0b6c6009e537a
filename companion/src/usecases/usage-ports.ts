import type { IsoDate } from '../domain/dates.ts';
import type { PushIntent } from './ports.ts';

/** What an account did on one day, as a whole; null where the source does not count it. */
export interface UsageDayRow {
  accountId: string;
  day: IsoDate;
  activeUsers: number | null;
  licensedSeats: number | null;
  logins: number | null;
  apiCalls: number | null;
  /** Uses by the name of the feature. */
  features: Record<string, number> | null;
}

/** What single events of one account and day come to. `userHashes` are the people behind them, each once. */
export interface UsageDayCounts {
  accountId: string;
  day: IsoDate;
  userHashes: string[];
  /** Null where no event was of that kind, or named a feature. */
  logins: number | null;
  apiCalls: number | null;
  features: Record<string, number> | null;
}

/** A batch of events as it was asked for: by whom, under which key, and what its body was. */
export interface EventRequest {
  caller: string;
  key: string;
  bodyHash: string;
  at: string;
}

/** A week of an account, from Monday on, as its days tell it. */
export interface UsageWeek {
  accountId: string;
  monday: IsoDate;
  /** People who were active on any day of it; null where no single events are known. */
  distinctUsers: number | null;
  /** The newest number of seats that is known up to its end. */
  licensedSeats: number | null;
  days: UsageDayRow[];
}

/** Takes usage in. */
export interface UsageIntakeStore {
  /** Accounts by external key, or by Id of 15 or 18 characters: the name as given → the Id of 18. */
  findUsageAccounts(orgId: string, names: string[]): Promise<Map<string, string>>;
  /** Of these days those whose totals were given as a whole, as `account day`. */
  findTotalledDays(orgId: string, days: { accountId: string; day: IsoDate }[]): Promise<Set<string>>;
  /**
   * Adds events up and keeps the answer, at once or not at all. A key that was seen before changes nothing: then it
   * gives the hash of that body and the answer it got.
   */
  addEvents<Answer>(
    orgId: string,
    request: EventRequest,
    counts: UsageDayCounts[],
    answer: Answer,
  ): Promise<{ isNew: true } | { isNew: false; bodyHash: string; answer: Answer }>;
  /** Replaces days as a whole. A row that names seats alone sets these, and leaves what events counted. */
  replaceDays(orgId: string, rows: UsageDayRow[], at: string): Promise<void>;
}

/** What the main job does with usage. */
export interface UsageFeedStore {
  /** The days of some accounts from a day on, in the order of time. */
  readUsageDays(orgId: string, accountIds: string[], from: IsoDate): Promise<Map<string, UsageDayRow[]>>;
  /**
   * Writes a day without anybody for each account that sends events and had none on a day on which others had: silence
   * of one is no use, silence of all is no feed.
   */
  fillQuietDays(orgId: string, days: { from: IsoDate; before: IsoDate }, at: string): Promise<number>;
  /**
   * Turns weeks that changed since the org was given them into writes; both are kept together. Weeks before `from` are
   * put aside. False when none is left.
   */
  publishWeeks(
    orgId: string,
    wanted: { from: IsoDate; limit: number; accountId?: string },
    toPush: (week: UsageWeek) => PushIntent,
    at: string,
  ): Promise<boolean>;
  /** Forgets who was active before a day, what was answered then, and days before another. */
  pruneUsage(orgId: string, before: { users: IsoDate; days: IsoDate }): Promise<void>;
}

export type UsageStore = UsageIntakeStore & UsageFeedStore;
