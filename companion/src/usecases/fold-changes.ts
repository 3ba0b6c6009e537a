import type { CountedAccount } from '../domain/counted-account.ts';
import { addDays } from '../domain/dates.ts';
import { findLatestScores, NPS_WINDOW_DAYS } from '../domain/executive-nps.ts';
import type { TallyDay } from '../domain/tally.ts';
import { arrYearAgoOf } from '../domain/year-ago.ts';
import { changedSince, deletedSince } from './cursors.ts';
import type { CountReader, CountState, CountStore } from './count-ports.ts';

/** From this many accounts on it takes fewer calls to read all of them than those that changed, list by list. */
const MOST_FOLDED = 2_000;

/** What is folded into the running totals. */
export interface Fold {
  known: CountState;
  day: TallyDay;
  at: string;
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
  { known, day, at }: Fold,
): Promise<boolean> {
  const { asOf } = day;
  const { yearAgoDay, uncounted: touched } = known;
  if (yearAgoDay !== null && (await reader.haveSnapshotsChanged(yearAgoDay, changedSince(known.accounts))))
    return false;
  const deleted = await reader.findDeletedAlerts(deletedSince(known.alerts, new Date(at)), at);
  // A deleted alert no longer says whose it was.
  if (!deleted.known || deleted.recordIds.length > 0) return false;
  const { accounts, latest } = await reader.readAccountsToCount(changedSince(known.accounts));
  const alerts = await reader.findChangedAlerts(changedSince(known.alerts));

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

  const withAnswers = among(touched);
  const answers = await ofSome(withAnswers, [], (some) =>
    reader.readAnswers(addDays(asOf, -NPS_WINDOW_DAYS), asOf, some),
  );
  const scoresOf = findLatestScores(answers, asOf);
  const withAlerts = among(alerts.accountIds);
  const alertsOf = await ofSome(withAlerts, new Map<string, number>(), (some) =>
    reader.countOpenAlerts(asOf, some),
  );
  const arrOf =
    yearAgoDay === null
      ? null
      : await ofSome(among([]), new Map<string, number | null>(), (some) => reader.readArrOn(yearAgoDay, some));
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
  await store.changeCounted(orgId, state, { changed, goneIds }, day);
  return true;
}

/** Asks only where there is somebody to ask about. */
const ofSome = <T>(ids: string[], none: T, ask: (ids: string[]) => Promise<T>) =>
  ids.length === 0 ? Promise.resolve(none) : ask(ids);
