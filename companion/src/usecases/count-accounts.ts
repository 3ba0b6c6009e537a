import type { CountedAccount } from '../domain/counted-account.ts';
import { addDays, type IsoDate } from '../domain/dates.ts';
import { STARTER_EXECUTIVE } from '../domain/executive-config.ts';
import { findLatestScores, NPS_WINDOW_DAYS } from '../domain/executive-nps.ts';
import type { SegmentTally } from '../domain/tally-segments.ts';
import type { TallyDay } from '../domain/tally.ts';
import { STARTER_WORKLOAD } from '../domain/workload-config.ts';
import { arrYearAgoOf, findYearAgoDay } from '../domain/year-ago.ts';
import type { AccountToCount, CountReader, CountState, CountStore } from './count-ports.ts';
import { foldChanges, type OnChanged } from './fold-changes.ts';
import { shortHash } from './hash.ts';

/** What counting came to. */
export interface Counted {
  tallies: SegmentTally[];
  /** Every account, where all of them were read; else null. */
  accounts: CountedAccount[] | null;
  snapshotDays: IsoDate[];
  /** Accounts that were noted as not counted: by this run, or by one that a crash cut off. */
  noted: number;
}

export interface CountDeps {
  reader: CountReader;
  store: CountStore;
}

/** What a run counts by. */
export interface CountContext {
  asOf: IsoDate;
  at: string;
}

const RULES = { executive: STARTER_EXECUTIVE, workload: STARTER_WORKLOAD };
const RULES_HASH = shortHash(RULES);

/**
 * Keeps the totals of the day, as the org has its accounts now. What changed since the last time is taken away as it
 * was and added as it is, so that the cost is that of the change. Everything is counted anew by the first run of a day,
 * which alone moves what the calendar moves, where it cannot be told what changed, and where it is asked for.
 */
export async function countAccounts(
  orgId: string,
  { reader, store }: CountDeps,
  { asOf, at }: CountContext,
  { anew = false, onChanged = () => Promise.resolve() }: { anew?: boolean; onChanged?: OnChanged } = {},
): Promise<Counted> {
  const snapshotDays = await reader.snapshotDays();
  const yearAgoDay = findYearAgoDay(asOf, snapshotDays);
  const day: TallyDay = { asOf, ...RULES };
  const known = await store.countState(orgId);
  const isSameDay = known?.asOf === asOf && known.rules === RULES_HASH && known.yearAgoDay === yearAgoDay;
  const isFolded =
    !anew && isSameDay && (await foldChanges(orgId, { reader, store }, { known, day, at, onChanged }));
  const accounts = isFolded ? null : await countAnew(reader, day, yearAgoDay);
  if (accounts) {
    await onChanged(null);
    // Who only asks for the totals leaves the rest of what has to be done about a change to the next run.
    const uncounted = anew ? (known?.uncounted ?? []) : [];
    const state = { asOf, rules: RULES_HASH, yearAgoDay, uncounted, ...cursorsOf(accounts.latest, at) };
    await store.replaceCounted(orgId, state, accounts.counted, day);
  }
  const tallies = await store.readTallies(orgId);
  const noted = known?.uncounted.length ?? 0;
  return { tallies, accounts: accounts?.counted ?? null, snapshotDays, noted };
}

/** What alerts changed since the last change of an account is read again: of them no time is known. */
function cursorsOf(latest: string | null, at: string): Pick<CountState, 'accounts' | 'alerts'> {
  const cursor = { changedTo: latest ?? new Date(0).toISOString(), deletedTo: at };
  return { accounts: cursor, alerts: cursor };
}

async function countAnew(
  reader: CountReader,
  { asOf }: TallyDay,
  yearAgoDay: IsoDate | null,
): Promise<{ counted: CountedAccount[]; latest: string | null }> {
  // Side by side with the accounts: an alert that changes after is found by the cursor, which is that of the accounts.
  const [{ accounts, latest }, arrOf, answers, alertsOf] = await Promise.all([
    reader.readAccountsToCount(null),
    yearAgoDay === null ? null : reader.readArrOn(yearAgoDay),
    reader.readAnswers(addDays(asOf, -NPS_WINDOW_DAYS), asOf),
    reader.countOpenAlerts(asOf),
  ]);
  const scoresOf = findLatestScores(answers, asOf);
  const counted = accounts.map((account: AccountToCount): CountedAccount => ({
    ...account,
    arrYearAgo: arrYearAgoOf(account.accountId, arrOf),
    scores: scoresOf.get(account.accountId) ?? [],
    openAlerts: alertsOf.get(account.accountId) ?? 0,
  }));
  return { counted, latest };
}
