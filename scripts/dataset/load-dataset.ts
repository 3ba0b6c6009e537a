import { seededRandom } from '../demo/seeded-random.ts';
import { bulkSync, type BulkSyncRequest, type BulkSyncResult } from '../org-client/bulk-sync.ts';
import type { OrgClient, RecordFields } from '../org-client/org-client.ts';
import { settableFields } from '../org-client/settable-fields.ts';
import { accountRecord, caseRecord, usageRecord } from './build-records.ts';
import { readContract } from './contract.ts';
import { IdentityBook } from './identity-book.ts';
import type { LoadContext } from './load-context.ts';
import type { LoadReport } from './load-report.ts';
import { KEY_PREFIX } from './mappings.ts';
import { describeNotes } from './describe-notes.ts';
import type { ProblemLog } from './problem-log.ts';
import { RAVENSTACK_FILES } from './ravenstack-files.ts';
import { readAccounts, type SourceAccount } from './read-accounts.ts';
import { readChurnedAccounts } from './read-churned-accounts.ts';
import { readSubscriptions } from './read-subscriptions.ts';
import { readTickets, type SourceTicket } from './read-tickets.ts';
import { readUsage, type UsageMonth } from './read-usage.ts';

const AUDIT_FIELDS = ['CreatedDate', 'ClosedDate'];

/** Reads the files and writes accounts, then their usage, then their cases; parents are there before children. */
export async function loadDataset(
  org: OrgClient,
  context: LoadContext,
  csmIds: readonly string[],
  problems: ProblemLog,
  progress: (text: string) => void,
): Promise<LoadReport> {
  const accountBook = new IdentityBook(RAVENSTACK_FILES.accounts.name);
  const subscriptionBook = new IdentityBook(RAVENSTACK_FILES.subscriptions.name);
  const accounts = await readAccounts(context, accountBook, problems.add);
  const subscriptions = await readSubscriptions(context, accountBook, subscriptionBook, problems.add);
  const contracts = new Map(
    accounts.map(({ id }) => [id, readContract(subscriptions.byAccount.get(id) ?? [], context.today)]),
  );
  const loader = new Loader(org, problems, progress);

  const loadedAccounts = await loader.load<SourceAccount>('Accounts', RAVENSTACK_FILES.accounts.name, {
    object: 'Account',
    keyField: 'CS_External_Key__c',
    records: accounts.map((account) => ({
      source: account,
      fields: accountRecord(account, contracts.get(account.id)!, csmOf(account.id, csmIds), context),
    })),
    onRefused: ({ id }) => accountBook.refuse(id),
  });

  const usage = await readUsage(context, accountBook, subscriptions, subscriptionBook, problems.add);
  const seats = new Map(accounts.map((account) => [account.id, account.seats]));
  const loadedUsage = await loader.load<UsageMonth>('Usage snapshots', RAVENSTACK_FILES.usage.name, {
    object: 'CS_Usage_Snapshot__c',
    keyField: 'CS_Key__c',
    createOnly: ['CS_Account__r.CS_External_Key__c'],
    records: usage.months.map((month) => ({
      source: month,
      fields: usageRecord(month, seats.get(month.accountId)!),
    })),
    onRefused: () => undefined,
  });
  await org.remove('CS_Usage_Snapshot__c', loadedUsage.leftOver);

  const settable = await org.createableFields('Case');
  const loadedCases = await loader.load<SourceTicket>('Cases', RAVENSTACK_FILES.tickets.name, {
    object: 'Case',
    keyField: 'CS_External_Key__c',
    createOnly: AUDIT_FIELDS,
    records: casesOf(readTickets(context, accountBook, problems.add), settable),
    onRefused: () => undefined,
  });

  const churned = await readChurnedAccounts(context, accountBook, problems.add);
  return {
    shiftDays: context.shiftDays,
    loaded: {
      accounts: loadedAccounts.loaded,
      usageSnapshots: loadedUsage.loaded,
      cases: loadedCases.loaded,
    },
    rows: { subscriptions: subscriptions.byId.size, usage: usage.rows },
    problems: problems.count,
    firstProblems: problems.first,
    reportFile: problems.path,
    notes: describeNotes({ accounts, contracts, churned, usage, settable }),
  };
}

/** The same account always goes to the same CSM, whatever else is in the file. */
function csmOf(accountId: string, csmIds: readonly string[]): string {
  return csmIds[Math.floor(seededRandom(accountId)() * csmIds.length)]!;
}

async function* casesOf(
  tickets: AsyncIterable<SourceTicket>,
  settable: ReadonlySet<string>,
): AsyncGenerator<{ source: SourceTicket; fields: RecordFields }> {
  for await (const ticket of tickets) {
    yield { source: ticket, fields: settableFields(caseRecord(ticket), settable, AUDIT_FIELDS) };
  }
}

/** Loads one object and reports what the org refuses by the line it came from. */
class Loader {
  readonly #org: OrgClient;
  readonly #problems: ProblemLog;
  readonly #progress: (text: string) => void;

  constructor(org: OrgClient, problems: ProblemLog, progress: (text: string) => void) {
    this.#org = org;
    this.#problems = problems;
    this.#progress = progress;
  }

  load<Source extends { readonly line: number }>(
    label: string,
    file: string,
    request: Omit<BulkSyncRequest<Source>, 'keyPrefix' | 'onRefused'> & {
      readonly onRefused: (source: Source) => void;
    },
  ): Promise<BulkSyncResult> {
    return bulkSync<Source>(this.#org, {
      ...request,
      keyPrefix: KEY_PREFIX,
      onProgress: (done) => this.#progress(`${label}: ${done.toLocaleString('en-US')}`),
      onRefused: (source, fields, reason) => {
        request.onRefused(source);
        this.#problems.add({
          file,
          line: source.line,
          reason: `The org refused ${request.object} ${String(fields[request.keyField])}: ${reason}`,
        });
      },
    });
  }
}
