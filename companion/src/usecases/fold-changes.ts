import type { CountedAccount } from '../domain/counted-account.ts';
import { addDays } from '../domain/dates.ts';
import { findLatestScores, NPS_WINDOW_DAYS } from '../domain/executive-nps.ts';
import type { TallyDay } from '../domain/tally.ts';
import { arrYearAgoOf } from '../domain/year-ago.ts';
import { changedSince, deletedSince } from './cursors.ts';
import type { CountReader, CountState, CountStore } from './count-ports.ts';

/** From this many accounts on it takes fewer calls to read all of them than those that changed, list by list. */
const MOST_FOLDED = 2_000;

const NOTHING: ReadonlyMap<string, number> = new Map();

/**
 * Told of the accounts that changed, and of the time since when; null for all of them. May be told of the same again,
 * after a crash.
 */
export type OnChanged = (changed: { accountIds: string[]; since: string } | null) => Promise<unknown>;

/** What is folded into the running totals. */
export interface Fold {
  known: CountState;
  day: TallyDay;
  at: string;
  /** Called before it is forgotten that accounts changed. */
  onChanged: OnChanged;
}

/**
 * Brings running totals up to date with what changed since they were counted: accounts that the run was about, those
 * that were written since, by whomever, and those whose alerts changed.
 *
 * @returns whether it could: not where alerts were deleted, the year before was changed, or too much changed
 */
export async function foldChanges(
  orgId: string,
  { reader, store }: { reader: CountReader; store: CountStore },
  { known, day, at, onChanged }: Fold,
): Promise<boolean> {
  const { asOf } = day;
  const { yearAgoDay, uncounted: touched } = known;
  const since = changedSince(known.accounts);
  const [isPastChanged, deleted, { accounts, latest }, alerts] = await Promise.all([
    yearAgoDay !== null && reader.haveSnapshotsChanged(yearAgoDay, since),
    reader.findDeletedAlerts(deletedSince(known.alerts, new Date(at)), at),
    reader.readAccountsToCount(since),
    reader.findChangedAlerts(changedSince(known.alerts)),
  ]);
  // A deleted alert no longer says whose it was.
  if (isPastChanged || !deleted.known || deleted.recordIds.length > 0) return false;

  const changedOf = new Map(accounts.map((account) => [account.accountId, account]));
  const ids = [...new Set([...changedOf.keys(), ...touched, ...alerts.accountIds])];
  if (ids.length > MOST_FOLDED) return false;
  const before = new Map((await store.loadCounted(orgId, ids)).map((each) => [each.accountId, each]));
  const forgotten = await store.findForgotten(orgId, touched);
  const goneIds = forgotten.filter((id) => !changedOf.has(id));
  const gone = new Set(goneIds);
  const present = ids.filter((id) => !gone.has(id) && (changedOf.has(id) || before.has(id)));
  const among = (some: readonly string[]) => {
    const wanted = new Set(some);
    return present.filter((id) => wanted.has(id) || !before.has(id));
  };

  const [withAnswers, withAlerts, isNew] = [among(touched), among(alerts.accountIds), among([])];
  const [answers, alertsOf, arrOf] = await Promise.all([
    withAnswers.length === 0 ? [] : reader.readAnswers(addDays(asOf, -NPS_WINDOW_DAYS), asOf, withAnswers),
    withAlerts.length === 0 ? NOTHING : reader.countOpenAlerts(asOf, withAlerts),
    yearAgoDay === null ? null : isNew.length === 0 ? NOTHING : reader.readArrOn(yearAgoDay, isNew),
  ]);
  const scoresOf = findLatestScores(answers, asOf);
  const [answersRead, alertsRead] = [new Set(withAnswers), new Set(withAlerts)];

  const changed = present.flatMap((id): CountedAccount[] => {
    const was = before.get(id);
    const account = changedOf.get(id) ?? was;
    if (!account) return [];
    return [
      {
        ...account,
        arrYearAgo: was ? was.arrYearAgo : arrYearAgoOf(id, arrOf),
        scores: answersRead.has(id) ? (scoresOf.get(id) ?? []) : (was?.scores ?? []),
        openAlerts: alertsRead.has(id) ? (alertsOf.get(id) ?? 0) : (was?.openAlerts ?? 0),
      },
    ];
  });
  const state = {
    ...known,
    accounts: { changedTo: latest ?? known.accounts.changedTo, deletedTo: at },
    alerts: { changedTo: alerts.latest ?? known.alerts.changedTo, deletedTo: at },
  };
  await onChanged({ accountIds: present, since });
  await store.changeCounted(orgId, state, { changed, goneIds }, day);
  return true;
}
