import { daysBetween, type IsoDate } from '../domain/dates.ts';
import { findCsm, type BookAccount } from '../domain/workload.ts';
import type { AccountQueryStore, PageEnd } from './query-ports.ts';
import type { RecentBooks } from './recent-books.ts';

/** A page of a list that is sorted by a day. */
export interface DatedPage<T> {
  items: T[];
  end: PageEnd | null;
}

export interface RenewalItem {
  accountId: string;
  name: string | null;
  csmId: string;
  renewalDate: IsoDate;
  daysLeft: number;
  arr: number | null;
  band: string | null;
}

export interface RenewalMonth {
  month: string;
  accounts: number;
  arr: number;
  arrAtRisk: number;
}

/** Renewals of a span of days, the soonest first, with the totals of each month of the whole span. */
export async function listRenewals(
  { books, asOf }: RecentBooks,
  { from, to }: { from: IsoDate; to: IsoDate },
  page: { after: PageEnd | null; limit: number },
  names: NamesOf,
): Promise<DatedPage<RenewalItem> & { months: RenewalMonth[] }> {
  const all = books.accounts.filter(({ renewalDate: day }) => day !== null && day >= from && day <= to);
  const { rows, end } = cutPage(all, ({ renewalDate }) => renewalDate ?? '', page);
  const nameOf = await names(rows.map(({ accountId }) => accountId));
  const items = rows.map((account) => ({
    accountId: account.accountId,
    name: nameOf.get(account.accountId) ?? null,
    csmId: findCsm(account),
    renewalDate: account.renewalDate ?? '',
    daysLeft: daysBetween(asOf, account.renewalDate ?? asOf),
    arr: account.arr,
    band: account.riskBand,
  }));
  const byMonth = Map.groupBy(all, ({ renewalDate }) => (renewalDate ?? '').slice(0, 7));
  const months = [...byMonth]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, accounts]) => addUp(month, accounts));
  return { items, end, months };
}

export interface TouchpointItem {
  accountId: string;
  name: string | null;
  csmId: string;
  due: IsoDate;
  /** Negative while the day is still to come. */
  daysOverdue: number;
  band: string | null;
}

/** Touchpoints that are due up to a day, the longest overdue first. */
export async function listTouchpoints(
  { books, asOf }: RecentBooks,
  { from, to }: { from: IsoDate; to: IsoDate },
  page: { after: PageEnd | null; limit: number },
  names: NamesOf,
): Promise<DatedPage<TouchpointItem>> {
  const all = books.accounts.filter(({ touchDue: day }) => day !== null && day >= from && day <= to);
  const { rows, end } = cutPage(all, ({ touchDue }) => touchDue ?? '', page);
  const nameOf = await names(rows.map(({ accountId }) => accountId));
  const items = rows.map((account) => ({
    accountId: account.accountId,
    name: nameOf.get(account.accountId) ?? null,
    csmId: findCsm(account),
    due: account.touchDue ?? '',
    daysOverdue: daysBetween(account.touchDue ?? asOf, asOf),
    band: account.riskBand,
  }));
  return { items, end };
}

type NamesOf = (accountIds: string[]) => ReturnType<AccountQueryStore['namesOf']>;

function cutPage(
  accounts: BookAccount[],
  dayOf: (account: BookAccount) => IsoDate,
  { after, limit }: { after: PageEnd | null; limit: number },
): { rows: BookAccount[]; end: PageEnd | null } {
  const keyOf = (account: BookAccount) => `${dayOf(account)} ${account.accountId}`;
  const sorted = accounts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const rest = after === null ? sorted : sorted.filter((each) => keyOf(each) > `${after.value} ${after.id}`);
  const rows = rest.slice(0, limit);
  const last = rest.length > limit ? rows.at(-1) : undefined;
  return { rows, end: last ? { value: dayOf(last), id: last.accountId } : null };
}

/** In cents, so that the sum of the parts is the number. */
function addUp(month: string, accounts: BookAccount[]): RenewalMonth {
  const cents = (some: BookAccount[]) => some.reduce((sum, { arr }) => sum + Math.round((arr ?? 0) * 100), 0);
  const atRisk = accounts.filter(({ riskBand }) => riskBand === 'At Risk');
  return { month, accounts: accounts.length, arr: cents(accounts) / 100, arrAtRisk: cents(atRisk) / 100 };
}
