import type { CalendarDay } from '../dates/calendar-day.ts';
import { count, flag, pastDay, requiredText } from './csv/cells.ts';
import { readEach } from './csv/read-each.ts';
import { RowError, type RowProblem } from './csv/row-problem.ts';
import type { IdentityBook } from './identity-book.ts';
import type { LoadContext } from './load-context.ts';
import { TIER_OF_PLAN } from './mappings.ts';
import { RAVENSTACK_FILES } from './ravenstack-files.ts';

/** A row of accounts.csv, its days moved. */
export interface SourceAccount {
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly industry: string;
  readonly country: string;
  readonly signedUp: CalendarDay;
  readonly plan: string;
  readonly tier: string;
  readonly seats: number;
  readonly flaggedChurned: boolean;
}

/** Reads accounts.csv; the ids of rows that can be loaded are in `book` afterwards. */
export async function readAccounts(
  context: LoadContext,
  book: IdentityBook,
  onProblem: (problem: RowProblem) => void,
): Promise<SourceAccount[]> {
  const file = RAVENSTACK_FILES.accounts;
  const rows = readEach(
    context.folder,
    file,
    ({ line, cells }): SourceAccount => {
      const account = {
        line,
        id: requiredText('account_id', cells.account_id),
        name: requiredText('account_name', cells.account_name),
        industry: cells.industry,
        country: cells.country,
        signedUp: context.move(pastDay('signup_date', cells.signup_date, context.today)),
        plan: cells.plan_tier,
        tier: tierOf(cells.plan_tier),
        seats: count('seats', cells.seats),
        flaggedChurned: flag('churn_flag', cells.churn_flag),
      };
      book.add('account_id', account.id, line);
      return account;
    },
    onProblem,
  );
  const accounts: SourceAccount[] = [];
  for await (const account of rows) accounts.push(account);
  return accounts;
}

function tierOf(plan: string): string {
  const tier = TIER_OF_PLAN[plan];
  if (tier === undefined) {
    throw new RowError(`plan_tier is "${plan}"; expected ${Object.keys(TIER_OF_PLAN).join(', ')}`);
  }
  return tier;
}
