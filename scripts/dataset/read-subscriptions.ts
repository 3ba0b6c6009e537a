import type { CalendarDay } from '../dates/calendar-day.ts';
import type { Subscription } from './contract.ts';
import { amount, day, requiredText } from './csv/cells.ts';
import { readEach } from './csv/read-each.ts';
import { RowError, type RowProblem } from './csv/row-problem.ts';
import type { IdentityBook } from './identity-book.ts';
import type { LoadContext } from './load-context.ts';
import { RAVENSTACK_FILES } from './ravenstack-files.ts';

/** A row of subscriptions.csv, its days moved. */
export interface SourceSubscription extends Subscription {
  readonly id: string;
  readonly accountId: string;
}

/** All subscriptions, by their own id and by the account's. */
export interface Subscriptions {
  readonly byId: ReadonlyMap<string, SourceSubscription>;
  readonly byAccount: ReadonlyMap<string, readonly SourceSubscription[]>;
}

/** Reads subscriptions.csv; `accounts` says which accounts there are, `book` takes the subscriptions' ids. */
export async function readSubscriptions(
  context: LoadContext,
  accounts: IdentityBook,
  book: IdentityBook,
  onProblem: (problem: RowProblem) => void,
): Promise<Subscriptions> {
  const byId = new Map<string, SourceSubscription>();
  const byAccount = new Map<string, SourceSubscription[]>();
  const rows = readEach(
    context.folder,
    RAVENSTACK_FILES.subscriptions,
    ({ line, cells }): SourceSubscription => {
      const id = requiredText('subscription_id', cells.subscription_id);
      const accountId = requiredText('account_id', cells.account_id);
      accounts.require('account_id', accountId);
      const start = context.move(day('start_date', cells.start_date));
      const end = readEnd(cells.end_date, start, context);
      const arr = amount('arr_amount', cells.arr_amount);
      book.add('subscription_id', id, line);
      return { id, accountId, start, end, arr };
    },
    onProblem,
  );
  for await (const subscription of rows) {
    byId.set(subscription.id, subscription);
    const siblings = byAccount.get(subscription.accountId) ?? [];
    siblings.push(subscription);
    byAccount.set(subscription.accountId, siblings);
  }
  return { byId, byAccount };
}

function readEnd(cell: string, start: CalendarDay, context: LoadContext): CalendarDay | null {
  if (cell === '') {
    return null;
  }
  const end = context.move(day('end_date', cell));
  if (end < start) {
    throw new RowError(`end_date is ${cell}, before start_date`);
  }
  return end;
}
