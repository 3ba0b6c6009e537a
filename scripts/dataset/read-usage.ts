import { daysBetween, monthEnd, monthStart, type CalendarDay } from '../dates/calendar-day.ts';
import { count, pastDay, requiredText } from './csv/cells.ts';
import { readEach } from './csv/read-each.ts';
import { RowError, type RowProblem } from './csv/row-problem.ts';
import type { IdentityBook } from './identity-book.ts';
import type { LoadContext } from './load-context.ts';
import { RAVENSTACK_FILES } from './ravenstack-files.ts';
import type { SourceSubscription, Subscriptions } from './read-subscriptions.ts';

/** What one account did in one calendar month. */
export interface UsageMonth {
  readonly accountId: string;
  /** The first row that counts towards it. */
  readonly line: number;
  readonly start: CalendarDay;
  readonly days: number;
  /** Uses of any feature. */
  readonly uses: number;
  /** Uses by feature. */
  readonly features: Readonly<Record<string, number>>;
}

/** All months with usage, and what is odd about the rows behind them. */
export interface Usage {
  readonly months: readonly UsageMonth[];
  readonly rows: number;
  /** Rows dated before the start or after the end of their subscription. */
  readonly outsideSubscription: number;
}

interface Tally {
  accountId: string;
  line: number;
  month: CalendarDay;
  uses: number;
  features: Map<string, number>;
}

/**
 * Reads feature_usage.csv and sums it up by account and calendar month, in memory for one tally a month alone. A month
 * without a row has no snapshot: the data does not say whether nothing was used or nothing was recorded. The months at
 * both ends of the data are shorter, so that rates per day stay true.
 */
export async function readUsage(
  context: LoadContext,
  accounts: IdentityBook,
  subscriptions: Subscriptions,
  book: IdentityBook,
  onProblem: (problem: RowProblem) => void,
): Promise<Usage> {
  const tallies = new Map<string, Tally>();
  const seen = new Set<string>();
  let rows = 0;
  let outsideSubscription = 0;
  let firstDay = context.today;
  const uses = readEach(
    context.folder,
    RAVENSTACK_FILES.usage,
    ({ line, cells }) => {
      const id = requiredText('usage_id', cells.usage_id);
      const subscriptionId = requiredText('subscription_id', cells.subscription_id);
      book.require('subscription_id', subscriptionId);
      const subscription = subscriptions.byId.get(subscriptionId)!;
      accounts.require('account_id of the subscription', subscription.accountId);
      const day = context.move(pastDay('usage_date', cells.usage_date, context.today));
      const feature = requiredText('feature_name', cells.feature_name);
      const uses = count('usage_count', cells.usage_count);
      refuseRepeated(seen, id, [subscriptionId, day, feature, uses]);
      return { line, subscription, day, feature, uses };
    },
    onProblem,
  );
  for await (const { line, subscription, day, feature, uses: times } of uses) {
    rows += 1;
    outsideSubscription += runsOn(subscription, day) ? 0 : 1;
    firstDay = day < firstDay ? day : firstDay;
    const month = monthStart(day);
    const key = `${subscription.accountId} ${month}`;
    const tally = tallies.get(key) ?? {
      accountId: subscription.accountId,
      line,
      month,
      uses: 0,
      features: new Map<string, number>(),
    };
    tally.uses += times;
    tally.features.set(feature, (tally.features.get(feature) ?? 0) + times);
    tallies.set(key, tally);
  }
  const months = [...tallies.values()].map((tally) => toMonth(tally, firstDay, context.today));
  return { months, rows, outsideSubscription };
}

/** Ids repeat in this data for different uses, so only the same use under the same id is a repetition. */
function refuseRepeated(seen: Set<string>, id: string, use: readonly (string | number)[]): void {
  const key = JSON.stringify([id, ...use]);
  if (seen.has(key)) {
    throw new RowError(`usage_id ${id} repeats an earlier row`);
  }
  seen.add(key);
}

function runsOn({ start, end }: SourceSubscription, day: CalendarDay): boolean {
  return start <= day && (end === null || day <= end);
}

function toMonth(tally: Tally, firstDay: CalendarDay, today: CalendarDay): UsageMonth {
  const start = tally.month < firstDay ? firstDay : tally.month;
  const end = monthEnd(tally.month) > today ? today : monthEnd(tally.month);
  return {
    accountId: tally.accountId,
    line: tally.line,
    start,
    days: daysBetween(start, end) + 1,
    uses: tally.uses,
    features: Object.fromEntries([...tally.features].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
