import type { CountedAccount } from '../domain/counted-account.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { AccountAnswer } from '../domain/executive-nps.ts';
import type { Movers } from '../domain/find-movers.ts';
import type { SegmentTally } from '../domain/tally-segments.ts';
import type { TallyDay } from '../domain/tally.ts';
import type { Cursor, DeletedRecords } from './ports.ts';

/** What counting accounts needs from outside: running totals, so that a change costs what it touches. */

/** An account as the org has it now, without what hangs below it. */
export type AccountToCount = Omit<CountedAccount, 'arrYearAgo' | 'scores' | 'openAlerts'>;

/** Without `accountIds` it is about every account. */
export interface CountReader {
  /** Every account, or those that changed at or after a time, with the latest SystemModstamp seen. */
  readAccountsToCount(since: string | null): Promise<{ accounts: AccountToCount[]; latest: string | null }>;
  /** ARR by account as the account snapshots of a day have it. */
  readArrOn(day: IsoDate, accountIds?: string[] | null): Promise<Map<string, number | null>>;
  /** Whether an account snapshot of a day was added or changed at or after a time. */
  haveSnapshotsChanged(day: IsoDate, since: string): Promise<boolean>;
  /** The NPS answers given on these days, both included. */
  readAnswers(from: IsoDate, to: IsoDate, accountIds?: string[] | null): Promise<AccountAnswer[]>;
  /** How many alerts of each account were open at the end of a day; accounts without one are left out. */
  countOpenAlerts(day: IsoDate, accountIds?: string[] | null): Promise<Map<string, number>>;
  /** The accounts of alerts that changed at or after a time. */
  findChangedAlerts(since: string): Promise<{ accountIds: string[]; latest: string | null }>;
  findDeletedAlerts(since: string, until: string): Promise<DeletedRecords>;
  snapshotDays(): Promise<IsoDate[]>;
}

/** What the running totals are of, and up to where changes are in them. */
export interface CountState {
  asOf: IsoDate;
  /** A hash of the rules that are counted by. */
  rules: string;
  /** The day of the account snapshots that stand for a year ago; null where none does. */
  yearAgoDay: IsoDate | null;
  accounts: Cursor;
  alerts: Cursor;
  /** Accounts that a run was about and that are not counted anew since. */
  uncounted: string[];
}

export interface CountStore {
  /** Null where nothing is counted. */
  countState(orgId: string): Promise<CountState | null>;
  /** Notes that accounts are to be counted anew, before it is forgotten that they changed; null for all of them. */
  noteUncounted(orgId: string, accountIds: string[] | null): Promise<void>;
  loadCounted(orgId: string, accountIds: string[]): Promise<CountedAccount[]>;
  /** Which of these accounts are not, or no longer, kept from reading the org. */
  findForgotten(orgId: string, accountIds: string[]): Promise<string[]>;
  /** Puts what was counted anew in the place of all that was counted before, all or nothing. */
  replaceCounted(orgId: string, state: CountState, accounts: CountedAccount[], day: TallyDay): Promise<void>;
  /**
   * Takes accounts away as they were counted, and adds those that changed as they are now, all or nothing. Those of the
   * state's `uncounted` are counted then.
   */
  changeCounted(
    orgId: string,
    state: CountState,
    change: { changed: CountedAccount[]; goneIds: string[] },
    day: TallyDay,
  ): Promise<void>;
  /** The totals of all accounts and of every segment that has one. */
  readTallies(orgId: string): Promise<SegmentTally[]>;
  /** Who rose and who fell most, in the order of the segments asked for. */
  readMovers(orgId: string, segments: Pick<SegmentTally, 'scope' | 'value'>[]): Promise<Movers[]>;
}
