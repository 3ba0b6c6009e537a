import { pastDay, requiredText } from './csv/cells.ts';
import { readEach } from './csv/read-each.ts';
import type { RowProblem } from './csv/row-problem.ts';
import type { IdentityBook } from './identity-book.ts';
import type { LoadContext } from './load-context.ts';
import { RAVENSTACK_FILES } from './ravenstack-files.ts';

/** The accounts that churn_events.csv says have left at some time; only compared with, never loaded. */
export async function readChurnedAccounts(
  context: LoadContext,
  accounts: IdentityBook,
  onProblem: (problem: RowProblem) => void,
): Promise<ReadonlySet<string>> {
  const ids = readEach(
    context.folder,
    RAVENSTACK_FILES.churnEvents,
    ({ cells }) => {
      const id = requiredText('account_id', cells.account_id);
      accounts.require('account_id', id);
      pastDay('churn_date', cells.churn_date, context.today);
      return id;
    },
    onProblem,
  );
  const churned = new Set<string>();
  for await (const id of ids) churned.add(id);
  return churned;
}
